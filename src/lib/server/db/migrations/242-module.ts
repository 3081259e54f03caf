import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('module')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema.createIndex('module_unit').on('module').column('unit_id').execute();
  await step
    .createTable('module_course')
    .addColumn('module_id', 'text', (column) => column.notNull().references('module.id'))
    .addColumn('course_id', 'text', (column) => column.notNull().references('course.id'))
    .addColumn('sort_order', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('module_course_key', ['module_id', 'course_id'])
    .execute();
}
