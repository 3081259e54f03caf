import type { Step } from './step.ts';

/** Dated changes of a person's status (leave, secondment, departure, return) with their evidence. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('status_change')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('expected_until', 'text')
    .addColumn('place', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.references('file.id'))
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_by_name', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .execute();
  const { schema } = step.db;
  await schema
    .createIndex('status_change_person')
    .on('status_change')
    .columns(['person_id', 'day'])
    .execute();
  await schema.createIndex('status_change_due').on('status_change').columns(['settled_at', 'day']).execute();
}
