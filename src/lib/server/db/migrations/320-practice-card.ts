import type { Step } from './step.ts';

/** What a person remembers of a question, by FSRS. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('practice_card')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('question_id', 'text', (column) => column.notNull().references('question.id'))
    .addColumn('version_id', 'text', (column) => column.notNull().references('question_version.id'))
    .addColumn('stability', 'integer', (column) => column.notNull())
    .addColumn('difficulty', 'integer', (column) => column.notNull())
    .addColumn('reviewed_on', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('reviews', 'integer', (column) => column.notNull())
    .addColumn('lapses', 'integer', (column) => column.notNull())
    .execute();
  const index = (name: string) => step.db.schema.createIndex(name).on('practice_card');
  await index('practice_card_once').columns(['person_id', 'question_id']).unique().execute();
  await index('practice_card_due').columns(['person_id', 'due_on']).execute();
  await index('practice_card_old').column('reviewed_on').execute();
}
