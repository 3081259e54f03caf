import type { Step } from './step.ts';

/** The last day up to which everything that begins or ends by date has been judged; one row. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('standing_day')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .execute();
}
