import type { Step } from './step.ts';

/** Lists across units ask of each unit whether another bears its name. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.createIndex('unit_name').on('unit').column('name').execute();
}
