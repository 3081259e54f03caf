import type { Step } from './step.ts';

/** Files of results of another system, each with where it is from and on what it rests. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('outside_import')
    .addColumn('id', 'text', (column) => column.primaryKey().references('import_batch.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('file_digest', 'text')
    .addColumn('taken', 'text')
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addColumn('returned_at', 'text')
    .addColumn('returned_by', 'text')
    .addColumn('returned_reason', 'text')
    .addColumn('return_done_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('outside_import_unit')
    .on('outside_import')
    .columns(['unit_id', 'entered_at'])
    .execute();
}
