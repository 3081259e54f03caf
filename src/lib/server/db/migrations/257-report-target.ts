import type { Step } from './step.ts';

/** How many events of a kind a unit means to hold in a year; without a row the rules' own number holds. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('report_target')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('figure', 'text', (column) => column.notNull())
    .addColumn('target', 'integer', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_target_key', ['unit_id', 'plan_year', 'figure'])
    .execute();
}
