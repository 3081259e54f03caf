import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('event_host')
    .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addPrimaryKeyConstraint('event_host_key', ['event_id', 'unit_id'])
    .execute();
  await step.db.schema.createIndex('event_host_unit').on('event_host').column('unit_id').execute();
  await step
    .createTable('event_tag')
    .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_tag_key', ['event_id', 'kind', 'tag'])
    .execute();
  await step
    .createTable('event_law')
    .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
    .addColumn('statute_title', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_law_key', ['event_id', 'statute_title'])
    .execute();
  await step
    .createTable('event_file')
    .addColumn('event_id', 'text', (column) => column.notNull().references('event.id'))
    .addColumn('file_id', 'text', (column) => column.notNull().references('file.id'))
    .addPrimaryKeyConstraint('event_file_key', ['event_id', 'file_id'])
    .execute();
}
