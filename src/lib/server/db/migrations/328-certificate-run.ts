import type { Step } from './step.ts';

/** Certificates for a whole unit: how far the issuing has come. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('certificate_run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('issuer_unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('after_person_id', 'text', (column) => column.notNull())
    .addColumn('issued', 'integer', (column) => column.notNull())
    .addColumn('passed_over', 'integer', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_by_name', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    // Unit, kind and year while it runs, so that it runs once at a time; null afterwards.
    .addColumn('open_key', 'text', (column) => column.unique())
    .execute();
  await step.db.schema
    .createIndex('certificate_run_unit')
    .on('certificate_run')
    .columns(['unit_id', 'begun_at'])
    .execute();
}
