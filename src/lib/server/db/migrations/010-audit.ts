import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('audit_seal')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('sealed_at', 'text', (column) => column.notNull())
    .addColumn('entry_count', 'integer', (column) => column.notNull())
    .addColumn('total_count', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .execute();
  await step
    .createTable('audit_entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('actor_name', 'text', (column) => column.notNull())
    .addColumn('verb', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text')
    .addColumn('subject_kind', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .addColumn('seal_number', 'integer')
    .addColumn('position', 'integer')
    .execute();
  await step.db.schema
    .createIndex('audit_entry_seal')
    .on('audit_entry')
    .columns(['seal_number', 'position'])
    .execute();
  await step.db.schema.createIndex('audit_entry_at').on('audit_entry').column('at').execute();
}
