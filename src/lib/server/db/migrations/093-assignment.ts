import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('assignment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('course_id', 'text', (column) => column.notNull().references('course.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('assigned_by', 'text', (column) => column.notNull())
    .addColumn('assigned_by_name', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('plan_year', 'integer', (column) => column.notNull())
    .addColumn('assigned_at', 'text', (column) => column.notNull())
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_reason', 'text')
    .execute();
  await step.db.schema
    .createIndex('assignment_unit')
    .on('assignment')
    .columns(['unit_id', 'assigned_at'])
    .execute();
  await step
    .createTable('assignment_target')
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('assignment_target_key', ['assignment_id', 'person_id'])
    .execute();
  await step.db.schema
    .createIndex('assignment_target_person')
    .on('assignment_target')
    .column('person_id')
    .execute();
}
