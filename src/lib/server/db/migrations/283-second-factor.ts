import type { Step } from './step.ts';

export async function up(step: Step): Promise<void> {
  await step
    .createTable('second_factor')
    .addColumn('account_id', 'text', (column) => column.primaryKey().references('account.id'))
    .addColumn('secret_cipher', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'text')
    .addColumn('last_counter', 'integer', (column) => column.notNull())
    .execute();
  await step
    .createTable('recovery_code')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('used_at', 'text')
    .execute();
  await step.db.schema
    .createIndex('recovery_code_account')
    .on('recovery_code')
    .column('account_id')
    .execute();
}
