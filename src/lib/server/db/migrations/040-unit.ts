import type { Step } from './step.ts';

/** The organisation's tree; a unit is never deleted, it ends. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('unit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('parent_id', 'text', (column) => column.references('unit.id'))
    .addColumn('sort_order', 'integer', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .execute();
  await step.db.schema.createIndex('unit_parent').on('unit').columns(['parent_id', 'sort_order']).execute();
}
