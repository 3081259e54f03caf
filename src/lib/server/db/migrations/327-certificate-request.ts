import type { Step } from './step.ts';

/** What a person asks of his unit, and what it decided. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('certificate_request')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_by_name', 'text')
    .addColumn('decided_reason', 'text')
    .addColumn('certificate_id', 'text', (column) => column.references('certificate.id'))
    // Person, kind and year while it waits, so that it is asked once at a time; null afterwards.
    .addColumn('open_key', 'text', (column) => column.unique())
    .execute();
  await step.db.schema
    .createIndex('certificate_request_person')
    .on('certificate_request')
    .column('person_id')
    .execute();
  await step.db.schema
    .createIndex('certificate_request_status')
    .on('certificate_request')
    .columns(['status', 'asked_at'])
    .execute();
}
