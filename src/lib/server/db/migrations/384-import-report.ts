import type { Step } from './step.ts';

/** What the reading of a file found names people; nobody needs it once the file is written. */
export async function up(step: Step): Promise<void> {
  await step.db.updateTable('import_batch').set({ report: null }).where('state', '=', 'done').execute();
}
