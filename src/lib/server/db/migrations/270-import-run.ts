import type { Step } from './step.ts';

/** What is known of an import while it is read and applied, and the choice of columns that is remembered. */
export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  const text = ['scope', 'report', 'message', 'columns'];
  for (const name of text) await schema.alterTable('import_batch').addColumn(name, 'text').execute();
  for (const name of ['total', 'handled'])
    await schema
      .alterTable('import_batch')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  await schema
    .createIndex('import_batch_whose')
    .on('import_batch')
    .columns(['kind', 'staged_by', 'staged_at'])
    .execute();
  await step
    .createTable('import_mapping')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('heading', 'text', (column) => column.notNull())
    .addColumn('columns', 'text', (column) => column.notNull())
    .addColumn('chosen_by', 'text', (column) => column.notNull())
    .addColumn('chosen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_mapping_key', ['kind', 'scope', 'heading'])
    .execute();
}
