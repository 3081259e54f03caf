import type { Step } from './step.ts';

/** 学习证明 and 成绩单 as they were issued: their content is frozen, and only their end is added to them. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('certificate')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('person_name', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('issuer_unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('issuer_name', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('issued_by', 'text', (column) => column.notNull())
    .addColumn('issued_by_name', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('ended_by_name', 'text')
    .addColumn('ended_reason', 'text')
    .addColumn('replaced_by', 'text', (column) => column.references('certificate.id'))
    // Person, kind and year while it is in force, so that there is one of them at a time; null afterwards.
    .addColumn('force_key', 'text', (column) => column.unique())
    .execute();
  await step.db.schema
    .createIndex('certificate_person')
    .on('certificate')
    .columns(['person_id', 'plan_year'])
    .execute();
  await step.db.schema
    .createIndex('certificate_unit')
    .on('certificate')
    .columns(['unit_id', 'plan_year'])
    .execute();
  await step.db.schema
    .createIndex('certificate_issuer_unit')
    .on('certificate')
    .columns(['issuer_unit_id', 'plan_year'])
    .execute();
}
