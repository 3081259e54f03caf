import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('lesson_version')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lesson_id', 'text', (column) => column.notNull().references('lesson.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('characters', 'integer', (column) => column.notNull())
    .addColumn('paragraphs', 'integer', (column) => column.notNull())
    .addColumn('set_minimum_seconds', 'integer')
    .addColumn('minimum_seconds', 'integer', (column) => column.notNull())
    .addColumn('study_minutes', 'integer', (column) => column.notNull())
    .addColumn('credit_hundredths', 'integer', (column) => column.notNull())
    .addColumn('check_size', 'integer', (column) => column.notNull())
    .addColumn('pass_percent', 'integer', (column) => column.notNull())
    .addColumn('edited_by', 'text', (column) => column.notNull())
    .addColumn('edited_at', 'text', (column) => column.notNull())
    .addColumn('proposed_by', 'text')
    .addColumn('proposed_at', 'text')
    .addColumn('confirmed_by', 'text')
    .addColumn('confirmed_at', 'text')
    .addColumn('published_by', 'text')
    .addColumn('published_at', 'text')
    .addUniqueConstraint('lesson_version_number', ['lesson_id', 'version'])
    .execute();
  await step.db.schema
    .createIndex('lesson_version_status')
    .on('lesson_version')
    .columns(['lesson_id', 'status'])
    .execute();
}
