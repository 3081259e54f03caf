import { sql } from 'kysely';
import type { Step } from './step.ts';

/** An assignment asks for one course or for those of a module; each course that it asks for has its row. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('assignment_course')
    .addColumn('assignment_id', 'text', (column) => column.notNull().references('assignment.id'))
    .addColumn('course_id', 'text', (column) => column.notNull().references('course.id'))
    .addPrimaryKeyConstraint('assignment_course_key', ['assignment_id', 'course_id'])
    .execute();
  await step.db.schema
    .createIndex('assignment_course_course')
    .on('assignment_course')
    .column('course_id')
    .execute();
  await sql`insert into assignment_course (assignment_id, course_id) select id, course_id from assignment`.execute(
    step.db,
  );
}
