import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('event_correction')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.references('person.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('event_correction_event')
    .on('event_correction')
    .columns(['event_id', 'made_at'])
    .execute();
}
