import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('blueprint')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('half_for_subset', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema.createIndex('blueprint_unit').on('blueprint').column('unit_id').execute();
  await step
    .createTable('blueprint_row')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('blueprint_id', 'text', (column) => column.notNull().references('blueprint.id'))
    .addColumn('sort_order', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('topic_id', 'text')
    .addColumn('difficulty', 'integer')
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('points_hundredths', 'integer', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('blueprint_row_blueprint')
    .on('blueprint_row')
    .column('blueprint_id')
    .execute();
}
