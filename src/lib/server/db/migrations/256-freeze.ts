import type { Step } from './step.ts';

/** Sealed figures of a report; nothing here is ever changed, a later truth is another freeze. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('freeze')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().references('report.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('unit_name', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_by_name', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('children', 'text', (column) => column.notNull())
    .addColumn('previous_digest', 'text')
    .addColumn('rows_file', 'text', (column) => column.notNull())
    .addColumn('rows_bytes', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addUniqueConstraint('freeze_number', ['report_id', 'number'])
    .execute();
  await step
    .createTable('figure_value')
    .addColumn('freeze_id', 'text', (column) => column.notNull().references('freeze.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('is_final', 'integer', (column) => column.notNull())
    .addColumn('numerator', 'integer', (column) => column.notNull())
    .addColumn('denominator', 'integer', (column) => column.notNull())
    .addColumn('due', 'integer', (column) => column.notNull())
    .addColumn('quarters', 'text')
    .addColumn('row_count', 'integer', (column) => column.notNull())
    .addColumn('rows_digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('figure_value_key', ['freeze_id', 'name'])
    .execute();
}
