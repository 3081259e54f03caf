import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('regrade')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('question_version_id', 'text', (column) => column.notNull().references('question_version.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('answer_key', 'text')
    .addColumn('points_hundredths', 'integer')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('exam_in_hand', 'text', (column) => column.unique())
    .addColumn('committed_by', 'text', (column) => column.notNull())
    .addColumn('committed_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .execute();
  await step.db.schema.createIndex('regrade_exam').on('regrade').column('exam_id').execute();
  await step
    .createTable('regrade_line')
    .addColumn('regrade_id', 'text', (column) => column.notNull().references('regrade.id'))
    .addColumn('attempt_id', 'text', (column) => column.notNull().references('attempt.id'))
    .addColumn('before_hundredths', 'integer', (column) => column.notNull())
    .addColumn('after_hundredths', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('regrade_line_key', ['regrade_id', 'attempt_id'])
    .execute();
  await step.db.schema.createIndex('regrade_line_attempt').on('regrade_line').column('attempt_id').execute();
  await step
    .createTable('amendment')
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('question_version_id', 'text', (column) => column.notNull().references('question_version.id'))
    .addColumn('answer_key', 'text')
    .addColumn('points_hundredths', 'integer')
    .addColumn('is_void', 'integer', (column) => column.notNull())
    .addColumn('explaining_version_id', 'text', (column) => column.references('question_version.id'))
    .addColumn('regrade_id', 'text', (column) => column.notNull().references('regrade.id'))
    .addPrimaryKeyConstraint('amendment_key', ['exam_id', 'question_version_id'])
    .execute();
}
