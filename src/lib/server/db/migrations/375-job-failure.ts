import type { Step } from './step.ts';

/** Which of the installation's jobs failed, since when and with what; until now only the log knew. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('job_failure')
    .addColumn('job', 'text', (column) => column.primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('failed_at', 'text', (column) => column.notNull())
    .addColumn('rounds', 'integer', (column) => column.notNull())
    .addColumn('error', 'text', (column) => column.notNull())
    .addColumn('mended_at', 'text')
    .execute();
}
