import type { Step } from './step.ts';

/** Units that an import brings in; until it is done they begin on no day. */
export async function up(step: Step): Promise<void> {
  const { schema } = step.db;
  await schema.alterTable('unit').addColumn('batch_id', 'text').execute();
  await schema.createIndex('unit_batch').on('unit').column('batch_id').execute();
}
