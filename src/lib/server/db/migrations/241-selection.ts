import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('selection')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('held_on', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('selection_unit')
    .on('selection')
    .columns(['unit_id', 'created_at'])
    .execute();
  await step
    .createTable('selection_person')
    .addColumn('selection_id', 'text', (column) => column.notNull().references('selection.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addPrimaryKeyConstraint('selection_person_key', ['selection_id', 'person_id'])
    .execute();
  await step.db.schema
    .createIndex('selection_person_person')
    .on('selection_person')
    .column('person_id')
    .execute();
}
