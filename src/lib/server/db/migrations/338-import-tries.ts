import type { Step } from './step.ts';

/** How often the present step of an import failed, and when it is tried again. */
export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema
    .alterTable('import_batch')
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('import_batch').addColumn('next_at', 'text').execute();
}
