import type { Step } from './step.ts';

/** Which years were counted is asked by every page of figures, over counters of every unit. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.createIndex('unit_counter_year').on('unit_counter').column('plan_year').execute();
}
