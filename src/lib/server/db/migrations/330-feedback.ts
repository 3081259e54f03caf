import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('page', 'text', (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.references('question.id'))
    .addColumn('file_id', 'text', (column) => column.references('file.id'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('handler_id', 'text')
    .addColumn('handler_name', 'text')
    .addColumn('seen_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('feedback_person')
    .on('feedback')
    .columns(['person_id', 'sent_at'])
    .execute();
  await step.db.schema.createIndex('feedback_status').on('feedback').columns(['status', 'sent_at']).execute();
  await step.db.schema.createIndex('feedback_unit').on('feedback').columns(['unit_id', 'status']).execute();
  await step.db.schema.createIndex('feedback_question').on('feedback').column('question_id').execute();
  await step.db.schema.createIndex('feedback_file').on('feedback').column('file_id').execute();
  await step
    .createTable('feedback_reply')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('feedback_id', 'text', (column) => column.notNull().references('feedback.id'))
    .addColumn('is_office', 'integer', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('said_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('feedback_reply_feedback')
    .on('feedback_reply')
    .column('feedback_id')
    .execute();
}
