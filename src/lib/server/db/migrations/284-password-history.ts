import type { Step } from './step.ts';

/** Passwords that an account has had, as hashes, as many as the policy compares. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('password_history')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema
    .createIndex('password_history_account')
    .on('password_history')
    .columns(['account_id', 'set_at'])
    .execute();
}
