import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('statute')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('plain_title', 'text', (column) => column.notNull())
    .addColumn('version_on', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'text')
    .addColumn('preamble', 'text', (column) => column.notNull())
    .addColumn('appendix', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('statute_title_version', ['plain_title', 'version_on'])
    .execute();
  await step
    .createTable('article')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('statute_id', 'text', (column) => column.notNull().references('statute.id'))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('chapter', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('article_statute_ordinal', ['statute_id', 'ordinal'])
    .execute();
}
