import type { Step } from './step.ts';

/** Time given while people sit (running), and a person's own extra time (standing). */
export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('allowance').addColumn('reason', 'text').execute();
  await step
    .createTable('time_grant')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('whole_exam', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('seconds', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('given_by', 'text', (column) => column.notNull())
    .addColumn('given_by_name', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('time_grant_exam')
    .on('time_grant')
    .columns(['exam_id', 'given_at'])
    .execute();
  await step
    .createTable('standing_allowance')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('percent', 'integer')
    .addColumn('minutes', 'integer')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('given_by', 'text', (column) => column.notNull())
    .addColumn('given_by_name', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('standing_allowance_person')
    .on('standing_allowance')
    .column('person_id')
    .execute();
}
