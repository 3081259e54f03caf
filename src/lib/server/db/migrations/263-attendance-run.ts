import type { Step } from './step.ts';

/** Events whose hours are being entered or taken back, person by person; a row goes when all are through. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('attendance_run')
    .addColumn('event_id', 'text', (column) => column.primaryKey().references('event.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('after_person_id', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .execute();
}
