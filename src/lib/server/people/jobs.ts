import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, isDuplicate, runtimeOf } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.import.ts';
import { insertBlock, settleBlock } from './verbs.apply.ts';
import { turn } from './verbs.check.ts';

/** No chunk of an import holds the writer longer; the size follows the time that the last one took. */
const MOST_MILLISECONDS = 15;
/** A preview that nobody confirmed is withdrawn after a day. */
const PREVIEW_SECONDS = 86_400;
/** Staging takes seconds; what is half staged for longer was cut off. */
const STAGING_SECONDS = 600;

/** Rows of the next chunk after one of `size` rows took `milliseconds`. */
export function nextSize(size: number, milliseconds: number): number {
  if (milliseconds > MOST_MILLISECONDS * 0.8) return Math.max(1, Math.floor(size / 2));
  return milliseconds < MOST_MILLISECONDS * 0.4 ? Math.min(200, size * 2) : size;
}

type Block = (act: Act, batchId: string, limit: number) => Promise<number>;

/** Repeats `work` on blocks of rows until none is left, with a turn of the event loop after each. */
async function inChunks(act: Act, batchId: string, work: Block): Promise<void> {
  for (let size = 8; ;) {
    const begun = performance.now();
    const done = await inTransaction(act, (own) => work(own, batchId, size));
    if (done === 0) return;
    size = nextSize(size, performance.now() - begun);
    await turn();
  }
}

/**
 * Takes a batch from `applying` to its end. New people are inserted first and stay inactive until one small
 * transaction calls the batch done and writes its audit entry; then changes of existing people follow and
 * everything is announced. Every step can be repeated, so a batch cut off by a crash goes on where it stood.
 */
export async function applyBatch(act: Act, batchId: string): Promise<void> {
  const batch = await q.batchById(act.db, batchId).executeTakeFirstOrThrow();
  if (batch.state === 'applying') {
    try {
      await inChunks(act, batchId, insertBlock);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await withdrawBatch(act, batchId, 'applying');
      throw new DomainError('conflict', '写入时发现有人已被他人登记，本次导入已全部撤回，请重新检查名册。');
    }
    await inTransaction(act, async (own) => {
      const asked = { id: batchId, from: 'applying', to: 'done', set: { done_at: own.now } };
      const switched = await q.moveBatch(own.db, asked).executeTakeFirst();
      if (switched.numUpdatedRows === 0n) return;
      const { file_name: fileName, file_sha256: sha256, effective_on: from } = batch;
      const { added, changed, ended, unchanged } = batch;
      await audit.record(own, {
        verb: 'people.imported',
        subject: { kind: 'importBatch', id: batchId },
        details: { fileName, sha256, from, added, changed, ended, unchanged, confirmedBy: batch.applied_by },
      });
    });
  }
  await inChunks(act, batchId, settleBlock);
  await q.settleBatch(act.db, batchId, act.now).execute();
}

/** Takes back what a batch that is not done has written. */
async function withdrawBatch(act: Act, batchId: string, from: string): Promise<void> {
  for (;;) {
    const left = await inTransaction(act, async (own) => {
      const posts = await q.postIdsOf(own.db, batchId, 100).execute();
      if (posts.length === 0) return 0;
      const ids = posts.map((post) => post.id);
      await q.deleteClassesOf(own.db, ids).execute();
      await q.deletePosts(own.db, ids).execute();
      await q
        .deletePersons(
          own.db,
          posts.map((post) => post.person_id),
        )
        .execute();
      return posts.length;
    });
    if (left === 0) break;
    await turn();
  }
  await inTransaction(act, async (own) => {
    await q.deleteRows(own.db, batchId).execute();
    await q.moveBatch(own.db, { id: batchId, from, to: 'withdrawn' }).execute();
    await audit.record(own, {
      verb: 'people.importWithdrawn',
      subject: { kind: 'importBatch', id: batchId },
    });
  });
}

/**
 * Finishes imports that a crash cut off; withdraws half staged files and previews nobody confirmed. For the start of
 * a server and now and then; may meet a live import, whose rows each process claims before it touches them.
 */
export async function resumeImports(act: Act): Promise<{ finished: number; withdrawn: number }> {
  access.require(act, 'people.resume');
  const outcome = { finished: 0, withdrawn: 0 };
  for (const batch of await q.unfinished(act.db).execute()) {
    if (await finished(act, batch.id)) outcome.finished += 1;
    else outcome.withdrawn += 1;
  }
  for (const [state, seconds] of [
    ['staging', STAGING_SECONDS],
    ['staged', PREVIEW_SECONDS],
  ] as const) {
    for (const { id } of await q.leftSince(act.db, state, addSeconds(act.now, -seconds)).execute()) {
      await withdrawBatch(act, id, state);
      outcome.withdrawn += 1;
    }
  }
  return outcome;
}

async function finished(act: Act, batchId: string): Promise<boolean> {
  try {
    await applyBatch(act, batchId);
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    runtimeOf(act.db).log.warn({ batchId, reason: error.message }, 'an import was withdrawn');
    return false;
  }
}
