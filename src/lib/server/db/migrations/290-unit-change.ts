import type { Step } from './step.ts';

/** Names that units bore before, and what was done to units on which day and why. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('unit_former_name')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('last_day', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_former_name_key', ['unit_id', 'last_day'])
    .execute();
  await step
    .createTable('unit_change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_by_name', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('undone_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('unit_change_unit')
    .on('unit_change')
    .columns(['unit_id', 'made_at'])
    .execute();
}
