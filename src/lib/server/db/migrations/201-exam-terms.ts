import type { Step } from './step.ts';

/** Terms of an exam and of its sittings that were fixed before. */
export async function up(step: Step): Promise<void> {
  const exam = () => step.db.schema.alterTable('exam');
  await exam().addColumn('entry_ledger', 'text').execute();
  await exam().addColumn('entry_target_hundredths', 'integer').execute();
  // Null: as the blueprint says.
  await exam().addColumn('half_for_subset', 'integer').execute();
  await exam()
    .addColumn('release_policy', 'text', (column) => column.notNull().defaultTo('items'))
    .execute();
  await exam()
    .addColumn('admits_outside', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await exam().addColumn('cancelled_at', 'text').execute();
  await exam().addColumn('cancelled_reason', 'text').execute();
  const sitting = () => step.db.schema.alterTable('sitting');
  // Null: as the exam says.
  await sitting().addColumn('attempts_allowed', 'integer').execute();
  await sitting()
    .addColumn('admits', 'text', (column) => column.notNull().defaultTo('unpassed'))
    .execute();
}
