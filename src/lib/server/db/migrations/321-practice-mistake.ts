import type { Step } from './step.ts';

/** The wrong-question book: a line for each question that a person answered wrong. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('practice_mistake')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('question_id', 'text', (column) => column.notNull().references('question.id'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('wrong_at', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('right_days', 'integer', (column) => column.notNull())
    .addColumn('last_right_on', 'text')
    .addColumn('answered_at', 'text', (column) => column.notNull())
    .execute();
  const index = (name: string) => step.db.schema.createIndex(name).on('practice_mistake');
  await index('practice_mistake_once').columns(['person_id', 'question_id']).unique().execute();
  await index('practice_mistake_old').column('answered_at').execute();
}
