import type { Step } from './step.ts';

/** Where an account gets its mail, and to which address a code went: who uses it has shown that the address is his. */
export async function up(step: Step): Promise<void> {
  for (const column of ['email_cipher', 'email_hash', 'email_confirmed_at'] as const) {
    await step.db.schema.alterTable('account').addColumn(column, 'text').execute();
  }
  await step.db.schema.createIndex('account_email').on('account').column('email_hash').execute();
  await step.db.schema.alterTable('code').addColumn('email_hash', 'text').execute();
}
