import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('plan')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('requirement_id', 'text', (column) => column.references('requirement.id'))
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text')
    .execute();
  await step.db.schema.createIndex('plan_year').on('plan').columns(['plan_year', 'status']).execute();
  await step
    .createTable('plan_item')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('course_id', 'text', (column) => column.notNull().references('course.id'))
    .addColumn('is_required', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_item_key', ['plan_id', 'course_id'])
    .execute();
  await step
    .createTable('plan_audience')
    .addColumn('plan_id', 'text', (column) => column.notNull().references('plan.id'))
    .addColumn('class_code', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('plan_audience_key', ['plan_id', 'class_code'])
    .execute();
}
