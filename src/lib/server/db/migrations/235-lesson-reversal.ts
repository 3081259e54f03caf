import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema.alterTable('lesson_completion').addColumn('reversed_by', 'text').execute();
  await schema.alterTable('lesson_completion').addColumn('reversed_reason', 'text').execute();
}
