import type { Step } from './step.ts';

/** Units that issue, each with its place in the numbers; and how far each row of numbers has come. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('certificate_issuer')
    .addColumn('unit_id', 'text', (column) => column.primaryKey().references('unit.id'))
    .addColumn('place', 'integer', (column) => column.notNull().unique())
    .addColumn('mark', 'text', (column) => column.notNull())
    .execute();
  await step
    .createTable('certificate_serial')
    .addColumn('row_key', 'text', (column) => column.primaryKey())
    .addColumn('last', 'integer', (column) => column.notNull())
    .execute();
}
