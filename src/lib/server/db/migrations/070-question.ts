import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('topic')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute();
  await step
    .createTable('question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('topic_id', 'text', (column) => column.notNull().references('topic.id'))
    .addColumn('pool', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema.createIndex('question_pool').on('question').columns(['pool', 'status']).execute();
  await step.db.schema.createIndex('question_topic').on('question').column('topic_id').execute();
}
