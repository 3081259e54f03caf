import type { Step } from './step.ts';

/** What another system says somebody has learnt; of one mark one record of a person stands. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('outside_record')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('import_id', 'text', (column) => column.notNull().references('outside_import.id'))
    .addColumn('row_number', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('hundredths', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('organiser', 'text', (column) => column.notNull())
    .addColumn('completed_on', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('returned', 'text', (column) => column.notNull())
    .addColumn('returned_at', 'text')
    .addColumn('returned_reason', 'text')
    .execute();
  const { schema } = step.db;
  await schema
    .createIndex('outside_record_once')
    .on('outside_record')
    .columns(['person_id', 'ledger', 'mark', 'returned'])
    .unique()
    .execute();
  await schema
    .createIndex('outside_record_import')
    .on('outside_record')
    .columns(['import_id', 'returned', 'row_number'])
    .execute();
}
