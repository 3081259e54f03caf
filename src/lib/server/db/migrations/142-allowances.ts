import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('allowance')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('attempt_id', 'text', (column) => column.notNull().references('attempt.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('seconds', 'integer', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('allowance_once', ['attempt_id', 'kind', 'source_id'])
    .execute();
  await step
    .createTable('heartbeat')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('beat_at', 'text', (column) => column.notNull())
    .execute();
  await step
    .createTable('outage')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('from_at', 'text', (column) => column.notNull().unique())
    .addColumn('to_at', 'text', (column) => column.notNull())
    .execute();
}
