import type { Step } from './step.ts';

/** 行业 of a post where it is not that of its unit; dated as the post is. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('post').addColumn('trade_code', 'text').execute();
}
