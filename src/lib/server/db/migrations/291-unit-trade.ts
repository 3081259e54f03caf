import type { Step } from './step.ts';

/** 行业 of units by date. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('unit_trade')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('trade_code', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addPrimaryKeyConstraint('unit_trade_key', ['unit_id', 'valid_from'])
    .execute();
}
