import type { Step } from './step.ts';

/** Who lies below whom on which days; each unit stands below itself at depth 0. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('unit_closure')
    .addColumn('ancestor_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id'))
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_to', 'text')
    .addPrimaryKeyConstraint('unit_closure_key', ['ancestor_id', 'unit_id', 'valid_from'])
    .execute();
  await step.db.schema
    .createIndex('unit_closure_unit')
    .on('unit_closure')
    .columns(['unit_id', 'depth'])
    .execute();
}
