import type { Step } from './step.ts';

/** The rule for who joins in the year, where an item of a plan came from, and what next year is to ask. */
export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema
    .alterTable('requirement')
    .addColumn('joiners', 'text', (column) => column.notNull().defaultTo('full'))
    .execute();
  await schema.alterTable('plan').addColumn('copied_from', 'text').execute();
  await schema.alterTable('plan_item').addColumn('module_id', 'text').execute();
  await step
    .createTable('requirement_draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('copied_from', 'text', (column) => column.references('requirement.id'))
    .addColumn('class_code', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('target_hundredths', 'integer', (column) => column.notNull())
    .addColumn('needs_exam', 'integer', (column) => column.notNull())
    .addColumn('legal_basis', 'text', (column) => column.notNull())
    .addColumn('joiners', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('drafted_by', 'text', (column) => column.notNull())
    .addColumn('drafted_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('requirement_draft_once', ['plan_year', 'class_code', 'ledger', 'valid_from'])
    .execute();
}
