import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('lesson')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('course_id', 'text', (column) => column.notNull().references('course.id'))
    .addColumn('sort_order', 'integer', (column) => column.notNull())
    .addUniqueConstraint('lesson_order', ['course_id', 'sort_order'])
    .execute();
}
