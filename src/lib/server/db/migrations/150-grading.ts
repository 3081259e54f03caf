import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('mark')
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('score_hundredths', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('mark_key', ['attempt_id', 'item_id'])
    .addForeignKeyConstraint('mark_item', ['attempt_id', 'item_id'], 'attempt_item', [
      'attempt_id',
      'item_id',
    ])
    .execute();
}
