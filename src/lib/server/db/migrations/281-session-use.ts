import type { Step } from './step.ts';

/** When a session was last used, how it began, and whether a second factor was shown. */
export async function up(step: Step): Promise<void> {
  const alter = () => step.db.schema.alterTable('session');
  await alter().addColumn('seen_at', 'text').execute();
  await alter()
    .addColumn('method', 'text', (column) => column.notNull().defaultTo('password'))
    .execute();
  await alter()
    .addColumn('has_second_factor', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
