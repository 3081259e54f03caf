import type { Step } from './step.ts';

/** Records of one human that were made one, and which rows went over, so that it can be taken back. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('person').addColumn('merged_into', 'text').execute();
  await step.db.schema.createIndex('person_merged_into').on('person').column('merged_into').execute();
  await step
    .createTable('person_merge')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kept_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('gone_id', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_by_name', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('undone_at', 'text')
    .addColumn('undone_by', 'text')
    .addColumn('undone_reason', 'text')
    .execute();
  await step.db.schema.createIndex('person_merge_kept').on('person_merge').column('kept_id').execute();
  await step
    .createTable('person_merge_row')
    .addColumn('merge_id', 'text', (column) => column.notNull().references('person_merge.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('row_key', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .addPrimaryKeyConstraint('person_merge_row_key', ['merge_id', 'kind', 'row_key'])
    .execute();
}
