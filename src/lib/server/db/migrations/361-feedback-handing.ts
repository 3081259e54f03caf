import type { Step } from './step.ts';

/** A piece of 意见建议 that one of the office handed to another keeps by whom and why, for who handles it now. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('feedback').addColumn('handed_by', 'text').execute();
  await step.db.schema.alterTable('feedback').addColumn('handed_note', 'text').execute();
}
