import type { Step } from './step.ts';

/** People of a moved unit, so many that the move does not wait until plans and assignments have followed them. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('follow_owed')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('done_to', 'text', (column) => column.notNull())
    .addColumn('owed_at', 'text', (column) => column.notNull())
    .execute();
}
