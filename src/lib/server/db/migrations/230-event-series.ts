import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('event_series')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('cadence', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('event_series_year')
    .on('event_series')
    .columns(['plan_year', 'unit_id'])
    .execute();
}
