import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('hour_rule')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('source_kind', 'text', (column) => column.notNull())
    .addColumn('minutes_per_hour', 'integer', (column) => column.notNull())
    .addColumn('half_day_hundredths', 'integer', (column) => column.notNull())
    .addColumn('day_hundredths', 'integer', (column) => column.notNull())
    .addColumn('steps', 'text')
    .addColumn('test_out_counts', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('entered_by', 'text', (column) => column.notNull())
    .addColumn('entered_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('hour_rule_once', ['source_kind', 'valid_from'])
    .execute();
}
