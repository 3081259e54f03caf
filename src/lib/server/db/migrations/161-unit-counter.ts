import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('unit_counter')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('requirement_id', 'text', (column) => column.notNull())
    .addColumn('leadership', 'integer', (column) => column.notNull())
    .addColumn('slot', 'integer', (column) => column.notNull())
    .addColumn('due', 'integer', (column) => column.notNull())
    .addColumn('exempt', 'integer', (column) => column.notNull())
    .addColumn('reached', 'integer', (column) => column.notNull())
    .addColumn('present', 'integer', (column) => column.notNull())
    .addColumn('passed', 'integer', (column) => column.notNull())
    .addColumn('excellent', 'integer', (column) => column.notNull())
    .addColumn('present_main', 'integer', (column) => column.notNull())
    .addColumn('passed_main', 'integer', (column) => column.notNull())
    .addColumn('excellent_main', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_counter_key', [
      'unit_id',
      'plan_year',
      'requirement_id',
      'leadership',
      'slot',
    ])
    .execute();
}
