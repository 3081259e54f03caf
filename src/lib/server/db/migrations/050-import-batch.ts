import type { Step } from './step.ts';

/** An import as a state: rows that carry a batch which is not done are not active. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('import_batch')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('file_sha256', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'text', (column) => column.notNull())
    .addColumn('added', 'integer', (column) => column.notNull())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('ended', 'integer', (column) => column.notNull())
    .addColumn('unchanged', 'integer', (column) => column.notNull())
    .addColumn('staged_by', 'text', (column) => column.notNull())
    .addColumn('staged_at', 'text', (column) => column.notNull())
    .addColumn('applied_by', 'text')
    .addColumn('done_at', 'text')
    .addColumn('settled_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('import_batch_state')
    .on('import_batch')
    .columns(['state', 'staged_at'])
    .execute();
  await step
    .createTable('import_row')
    .addColumn('batch_id', 'text', (column) => column.notNull().references('import_batch.id'))
    .addColumn('row_number', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('payload_cipher', 'text')
    .addColumn('card', 'text')
    .addPrimaryKeyConstraint('import_row_key', ['batch_id', 'row_number'])
    .execute();
  await step.db.schema
    .createIndex('import_row_step')
    .on('import_row')
    .columns(['batch_id', 'step', 'row_number'])
    .execute();
  await step.db.schema.createIndex('import_row_person').on('import_row').column('person_id').execute();
}
