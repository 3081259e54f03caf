import type { Step } from './step.ts';

/**
 * The one administrator of before becomes the system administrator; the security and the audit administrator are to be
 * appointed. `grants_revision` counts changes to the grants of an account, so that two at once do not pass each other.
 */
export async function up(step: Step): Promise<void> {
  await step.db
    .updateTable('role_grant')
    .set({ role: 'systemAdministrator' })
    .where('role', '=', 'administrator')
    .execute();
  await step.db.schema
    .alterTable('account')
    .addColumn('grants_revision', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
