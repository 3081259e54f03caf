import type { Step } from './step.ts';

/** A recount of so many people that the act which caused it does not wait for it. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('recount_owed')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('unit_id', 'text', (column) => column.references('unit.id'))
    .addColumn('class_code', 'text')
    .addColumn('plan_year', 'integer')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('done_to', 'text', (column) => column.notNull())
    .addColumn('owed_at', 'text', (column) => column.notNull())
    .execute();
  const { schema } = step.db;
  await schema.createIndex('recount_owed_year').on('recount_owed').column('plan_year').execute();
}
