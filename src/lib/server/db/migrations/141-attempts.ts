import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('attempt')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('sitting_id', 'text', (column) => column.notNull().references('sitting.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('deadline', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('seed', 'text', (column) => column.notNull())
    .addColumn('writer', 'integer', (column) => column.notNull())
    .addColumn('score_hundredths', 'integer')
    .addUniqueConstraint('attempt_number', ['exam_id', 'person_id', 'number'])
    .execute();
  await step.db.schema.createIndex('attempt_person').on('attempt').column('person_id').execute();
  await step.db.schema
    .createIndex('attempt_deadline')
    .on('attempt')
    .columns(['status', 'deadline'])
    .execute();
  await step.db.schema
    .createIndex('attempt_exam_status')
    .on('attempt')
    .columns(['exam_id', 'status'])
    .execute();
  await step
    .createTable('attempt_item')
    .addColumn('attempt_id', 'text', (column) => column.notNull().references('attempt.id'))
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('question_version_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('points_hundredths', 'integer', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('attempt_item_key', ['attempt_id', 'item_id'])
    .execute();
  await step.db.schema
    .createIndex('attempt_item_version')
    .on('attempt_item')
    .column('question_version_id')
    .execute();
  await step
    .createTable('answer')
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answer_key', ['attempt_id', 'item_id'])
    .addForeignKeyConstraint('answer_item', ['attempt_id', 'item_id'], 'attempt_item', [
      'attempt_id',
      'item_id',
    ])
    .execute();
  await step
    .createTable('receipt')
    .addColumn('attempt_id', 'text', (column) => column.primaryKey().references('attempt.id'))
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('ended_at', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .execute();
}
