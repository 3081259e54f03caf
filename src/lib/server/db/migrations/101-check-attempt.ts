import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('check_attempt')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('lesson_id', 'text', (column) => column.notNull().references('lesson.id'))
    .addColumn('lesson_version_id', 'text', (column) => column.notNull().references('lesson_version.id'))
    .addColumn('opening_id', 'text', (column) => column.references('opening.id'))
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('answers', 'text')
    .addColumn('right_count', 'integer')
    .addColumn('passed', 'integer')
    .addColumn('answered_at', 'text')
    .addUniqueConstraint('check_attempt_number', ['person_id', 'lesson_id', 'plan_year', 'origin', 'number'])
    .execute();
  await step.db.schema
    .createIndex('check_attempt_opening')
    .on('check_attempt')
    .column('opening_id')
    .execute();
}
