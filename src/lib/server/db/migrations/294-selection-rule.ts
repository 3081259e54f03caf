import type { Step } from './step.ts';

/** The rule by which a saved list was made; null for one that was ticked by hand. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('selection').addColumn('rule', 'text').execute();
}
