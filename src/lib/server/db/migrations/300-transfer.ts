import type { Step } from './step.ts';

/** Two-sided transfers: proposed by the unit that is left, decided by the one that receives; one open per person. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('transfer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('from_unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('to_unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.references('file.id'))
    .addColumn('received_file_id', 'text', (column) => column.references('file.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('open_key', 'text', (column) => column.notNull().unique())
    .addColumn('respond_by', 'text', (column) => column.notNull())
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('proposed_by_name', 'text', (column) => column.notNull())
    .addColumn('proposed_at', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_by_name', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('decided_reason', 'text')
    .execute();
  const { schema } = step.db;
  await schema.createIndex('transfer_person').on('transfer').column('person_id').execute();
  await schema.createIndex('transfer_from').on('transfer').columns(['from_unit_id', 'status']).execute();
  await schema.createIndex('transfer_to').on('transfer').columns(['to_unit_id', 'status']).execute();
}
