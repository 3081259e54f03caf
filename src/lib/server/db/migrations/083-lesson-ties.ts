import type { Step } from './step.ts';

/** What a version rests on and what its check is drawn from. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('lesson_law')
    .addColumn('lesson_version_id', 'text', (column) => column.notNull().references('lesson_version.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('statute_title', 'text', (column) => column.notNull())
    .addColumn('article_number', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('lesson_law_key', ['lesson_version_id', 'ordinal'])
    .execute();
  await step.db.schema
    .createIndex('lesson_law_article')
    .on('lesson_law')
    .columns(['statute_title', 'article_number'])
    .execute();
  await step
    .createTable('lesson_question')
    .addColumn('lesson_version_id', 'text', (column) => column.notNull().references('lesson_version.id'))
    .addColumn('question_id', 'text', (column) => column.notNull().references('question.id'))
    .addPrimaryKeyConstraint('lesson_question_key', ['lesson_version_id', 'question_id'])
    .execute();
  await step.db.schema
    .createIndex('lesson_question_question')
    .on('lesson_question')
    .column('question_id')
    .execute();
}
