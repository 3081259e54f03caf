import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('blueprint_row').addColumn('law_title', 'text').execute();
  await step.db.schema.alterTable('blueprint_row').addColumn('audience', 'text').execute();
}
