import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('lesson_completion')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('lesson_id', 'text', (column) => column.notNull().references('lesson.id'))
    .addColumn('lesson_version_id', 'text', (column) => column.notNull().references('lesson_version.id'))
    .addColumn('check_attempt_id', 'text', (column) => column.notNull().references('check_attempt.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text', (column) => column.notNull())
    .addColumn('reversed_at', 'text')
    .addUniqueConstraint('lesson_completion_once', ['person_id', 'lesson_id', 'plan_year', 'revision'])
    .execute();
  await step.db.schema
    .createIndex('lesson_completion_year')
    .on('lesson_completion')
    .columns(['plan_year', 'lesson_id'])
    .execute();
}
