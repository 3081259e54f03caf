import type { Step } from './step.ts';

/** Mail on its way out; address and text are encrypted, and gone once it was sent. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('mail')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('letter_cipher', 'text')
    .addColumn('queued_at', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('fault', 'text')
    .execute();
  await step.db.schema.createIndex('mail_next').on('mail').column('next_at').execute();
}
