import { sql } from 'kysely';
import type { Step } from './step.ts';

/** Whom an exam calls: units (with all below), classes of staff, saved selections. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('exam_audience')
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('ref', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('exam_audience_key', ['exam_id', 'kind', 'ref'])
    .execute();
  const units = step.db
    .selectFrom('exam')
    .select(['exam.id', sql<string>`'unit'`.as('kind'), 'exam.unit_id']);
  await step.db.insertInto('exam_audience').columns(['exam_id', 'kind', 'ref']).expression(units).execute();
}
