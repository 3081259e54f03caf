import type { Step } from './step.ts';

/** How a candidate came onto the list, whether he is deferred, and why he stands as he does. */
export async function up(step: Step): Promise<void> {
  const candidate = () => step.db.schema.alterTable('exam_candidate');
  await candidate()
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo('roster'))
    .execute();
  await candidate()
    .addColumn('deferred', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await candidate().addColumn('reason', 'text').execute();
}
