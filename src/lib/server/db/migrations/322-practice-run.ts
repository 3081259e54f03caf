import type { Step } from './step.ts';

/** Sets of practice and mock exams with their questions; the clock and the marks are a mock exam's alone. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('practice_run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('duration_seconds', 'integer')
    .addColumn('seconds_left', 'integer')
    .addColumn('running_since', 'text')
    .addColumn('half_for_subset', 'integer')
    .addColumn('pass_hundredths', 'integer')
    .addColumn('score_hundredths', 'integer')
    .addColumn('full_hundredths', 'integer')
    .execute();
  const runs = (name: string) => step.db.schema.createIndex(name).on('practice_run');
  await runs('practice_run_person').columns(['person_id', 'kind', 'started_at']).execute();
  await runs('practice_run_old').column('started_at').execute();
  await step
    .createTable('practice_item')
    .addColumn('run_id', 'text', (column) => column.notNull().references('practice_run.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.notNull().references('question.id'))
    .addColumn('version_id', 'text', (column) => column.notNull().references('question_version.id'))
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('points_hundredths', 'integer', (column) => column.notNull())
    .addColumn('chosen', 'text')
    .addColumn('is_right', 'integer')
    .addColumn('score_hundredths', 'integer')
    .addColumn('answered_at', 'text')
    .addColumn('rating', 'text')
    .addColumn('memory_before', 'text')
    .addPrimaryKeyConstraint('practice_item_key', ['run_id', 'position'])
    .execute();
}
