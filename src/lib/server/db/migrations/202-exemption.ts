import type { Step } from './step.ts';

/** 免考 and 缓考: asked by one, decided by another. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('exemption')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('exam_id', 'text', (column) => column.notNull().references('exam.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('ground', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('asked_by_name', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_by_name', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('decided_reason', 'text')
    // Exam and person while the question is open, so that it is asked once at a time; null afterwards.
    .addColumn('open_key', 'text', (column) => column.unique())
    .execute();
  await step.db.schema
    .createIndex('exemption_candidate')
    .on('exemption')
    .columns(['exam_id', 'person_id'])
    .execute();
}
