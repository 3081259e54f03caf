import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('requirement')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('class_code', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('target_hundredths', 'integer', (column) => column.notNull())
    .addColumn('needs_exam', 'integer', (column) => column.notNull())
    .addColumn('legal_basis', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('requirement_once', ['plan_year', 'class_code', 'ledger', 'valid_from'])
    .execute();
}
