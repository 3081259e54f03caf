import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema
    .alterTable('event')
    .addColumn('audience', 'text', (column) => column.notNull().defaultTo('staff'))
    .execute();
  await schema.alterTable('event').addColumn('head_count', 'integer').execute();
  await schema.alterTable('event').addColumn('lecturer_kind', 'text').execute();
  await schema
    .alterTable('event')
    .addColumn('series_id', 'text', (column) => column.references('event_series.id'))
    .execute();
  await schema.createIndex('event_series_event').on('event').column('series_id').execute();
}
