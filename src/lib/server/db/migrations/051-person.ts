import type { Step } from './step.ts';

/** One record per human for the whole career; found again by keyed hash, never by name. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('person')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('pinyin', 'text', (column) => column.notNull())
    .addColumn('pinyin_initials', 'text', (column) => column.notNull())
    .addColumn('identity_cipher', 'text')
    .addColumn('identity_hash', 'text', (column) => column.unique())
    .addColumn('identity_last4', 'text')
    .addColumn('mobile_cipher', 'text')
    .addColumn('mobile_hash', 'text', (column) => column.unique())
    .addColumn('mobile_last4', 'text')
    .addColumn('entered_on', 'text')
    .addColumn('political_status', 'text')
    .addColumn('party_branch', 'text')
    .addColumn('note', 'text')
    .addColumn('batch_id', 'text', (column) => column.references('import_batch.id'))
    .execute();
  await step.db.schema.createIndex('person_pinyin').on('person').columns(['pinyin', 'id']).execute();
  await step.db.schema.createIndex('person_batch').on('person').column('batch_id').execute();
}
