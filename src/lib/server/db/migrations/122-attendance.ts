import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('attendance')
    .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('attendance_key', ['event_id', 'person_id'])
    .execute();
  await step.db.schema.createIndex('attendance_person').on('attendance').column('person_id').execute();
}
