import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('question_version')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('question_id', 'text', (column) => column.notNull().references('question.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('stem', 'text', (column) => column.notNull())
    .addColumn('stem_key', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('answer_key', 'text', (column) => column.notNull())
    .addColumn('explanation', 'text', (column) => column.notNull())
    .addColumn('difficulty', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('question_version_number', ['question_id', 'version'])
    .execute();
  await step
    .createTable('question_law')
    .addColumn('question_version_id', 'text', (column) => column.notNull().references('question_version.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('statute_title', 'text', (column) => column.notNull())
    .addColumn('article_number', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('question_law_key', ['question_version_id', 'ordinal'])
    .execute();
  await step.db.schema
    .createIndex('question_law_statute')
    .on('question_law')
    .columns(['statute_title', 'article_number'])
    .execute();
}
