import type { Step } from './step.ts';

/** Portals whose sign-in is taken, and which of their subjects is which account. */
export async function up(step: Step): Promise<void> {
  await step
    .createTable('portal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('secret_cipher', 'text')
    .addColumn('is_second_factor', 'integer', (column) => column.notNull())
    .addColumn('is_open', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await step
    .createTable('portal_link')
    .addColumn('portal_id', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('linked_at', 'text', (column) => column.notNull())
    .addColumn('linked_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('portal_link_key', ['portal_id', 'subject'])
    .addUniqueConstraint('portal_link_account', ['portal_id', 'account_id'])
    .execute();
  await step.db.schema.createIndex('portal_link_by_account').on('portal_link').column('account_id').execute();
}
