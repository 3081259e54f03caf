import type { Step } from './step.ts';

/** The last day up to which plans and assignments have followed everything that begins or ends by date; one row. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('plan_day')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .execute();
}
