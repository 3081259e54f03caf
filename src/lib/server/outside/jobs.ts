import { planYearOf, shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { findsAny, type Db } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as files from '../files/index.ts';
import * as imports from '../imports/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import type { Job } from '../platform/jobs.ts';
import * as units from '../units/index.ts';
import * as q from './queries.ts';
import type { ResultContext } from './rows.reading.ts';
import { insertResults, settleResults, withdrawResults } from './verbs.apply.ts';

const results: imports.ImportKind = {
  kind: 'outside',
  imported: 'outside.imported',
  withdrawn: 'outside.importWithdrawn',
  contextOf: async (act, { id, scope }): Promise<ResultContext> => {
    const today = shanghaiDay(act.now);
    const { source, entered_by: by } = await q.importById(act.db, id).executeTakeFirstOrThrow();
    const within = await units.treeBelow(act.db, scope ?? [], today);
    return { source, by, units: within, today, thisYear: planYearOf(act.now) };
  },
  isStillTrue: async () => true,
  insert: insertResults,
  activate: async () => undefined,
  settle: settleResults,
  withdraw: withdrawResults,
};

/** Takes the entries of imports that were taken back out of the ledgers, chunk by chunk; cut off, it goes on there. */
async function takeBackEntries(act: Act): Promise<void> {
  for (const { id: importId, returned_reason: reason } of await q.openReturns(act.db).execute()) {
    await inChunks(act, (own, limit) => takeBackNext(own, { importId, reason: reason ?? '', limit }));
    await q.endReturn(act.db, importId, act.now).execute();
  }
}

async function takeBackNext(
  act: Act,
  { importId, reason, limit }: { importId: string; reason: string; limit: number },
): Promise<number> {
  const records = await q.standingRecords(act.db, { importId, limit }).execute();
  for (const { id: recordId, person_id: personId, plan_year: planYear } of records) {
    const marked = await q.markReturned(act.db, { id: recordId, at: act.now, reason }).executeTakeFirst();
    if (marked.numUpdatedRows > 0n)
      await announce(act, { kind: 'outsideResultReturned', recordId, personId, planYear, reason });
  }
  return records.length;
}

/** Of an import that was given up after its confirmation nothing stays, its original neither. */
async function dropAbandoned(act: Act): Promise<void> {
  for (const { id, file_digest: digest } of await q.abandonedFiles(act.db).execute()) {
    if (digest !== null) await files.dropBytes(act, [digest]);
    await q.forgetFile(act.db, id).execute();
  }
}

/** Reads, writes and takes back results of other systems, and finishes what a crash cut off. */
export async function runImports(
  act: Act,
  stopping: AbortSignal = new AbortController().signal,
): Promise<imports.Outcome> {
  access.require(act, 'outside.resume');
  await takeBackEntries(act);
  await dropAbandoned(act);
  return imports.runImports(act, results, stopping);
}

/** Whether a file is to be read, written or taken back, or entries of one are. */
async function isWorkLeft(db: Db, now: Instant): Promise<boolean> {
  if (await imports.isImportDue(db, 'outside', now)) return true;
  return (await findsAny(q.openReturns(db))) || findsAny(q.abandonedFiles(db));
}

/** Short, so that after a crash the next process goes on at once; renewed while it works. */
export const importJob: Job = {
  name: 'outside.imports',
  everySeconds: 1,
  leaseSeconds: 5,
  isDue: isWorkLeft,
  run: runImports,
};
