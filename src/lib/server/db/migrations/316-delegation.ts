import type { Step } from './step.ts';

/** A grant may stand under another, of whose holder it takes its powers: it ends with it. */
export async function up(step: Step): Promise<void> {
  await step.db.schema.alterTable('role_grant').addColumn('given_under', 'text').execute();
  await step.db.schema.createIndex('role_grant_given_under').on('role_grant').column('given_under').execute();
}
