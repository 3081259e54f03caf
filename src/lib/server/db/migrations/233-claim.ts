import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('claim')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('organiser', 'text', (column) => column.notNull())
    .addColumn('held_on', 'text', (column) => column.notNull())
    .addColumn('span', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull().references('file.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('approved_span', 'text')
    .addColumn('approved_minutes', 'integer')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('decided_reason', 'text')
    .execute();
  await step.db.schema.createIndex('claim_person').on('claim').columns(['person_id', 'plan_year']).execute();
  await step.db.schema.createIndex('claim_status').on('claim').columns(['status', 'asked_at']).execute();
}
