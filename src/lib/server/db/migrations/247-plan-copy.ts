import type { Step } from './step.ts';

/** A plan is copied into the next year once, whoever asks for it and how often. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.createIndex('plan_copied_once').on('plan').column('copied_from').unique().execute();
}
