import type { Step } from './step.ts';

/** The sign-ins of an account, refused ones too, which its person sees; kept for a year. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('sign_in')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('agent', 'text', (column) => column.notNull())
    .execute();
  await step.db.schema.createIndex('sign_in_account').on('sign_in').columns(['account_id', 'at']).execute();
  await step.db.schema.createIndex('sign_in_at').on('sign_in').column('at').execute();
}
