import type { Step } from './step.ts';

/** What the log is searched by, and where it was cut: the part before is in a file. */
export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema.createIndex('audit_entry_actor').on('audit_entry').columns(['actor_id', 'id']).execute();
  await schema
    .createIndex('audit_entry_subject')
    .on('audit_entry')
    .columns(['subject_kind', 'subject_id', 'id'])
    .execute();
  await schema.createIndex('audit_entry_verb').on('audit_entry').columns(['verb', 'id']).execute();
  await schema.createIndex('audit_entry_unit').on('audit_entry').columns(['unit_id', 'id']).execute();
  await step
    .createTable('audit_cut')
    .addColumn('last_number', 'integer', (column) => column.primaryKey())
    .addColumn('last_mac', 'text', (column) => column.notNull())
    .addColumn('entry_count', 'integer', (column) => column.notNull())
    .addColumn('total_count', 'integer', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('cut_at', 'text', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .execute();
}
