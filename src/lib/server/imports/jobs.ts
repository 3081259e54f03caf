import {
  givenUpTo,
  isStuck,
  MOST_TRIES,
  waitAfter,
  waitingStates,
  type ImportState,
} from '#lib/domain/imports/state.ts';
import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { findsAny, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.ts';
import { Overtaken, Stopped } from './chunks.ts';
import type { BatchRow } from './rows.ts';
import { Run, type ImportKind, type Outcome } from './run.ts';

/** A file that nobody goes on with is taken back after a day. */
const WAITED_SECONDS = 86_400;

/** Whether an import of a kind waits for the server, or has waited too long for its person. */
export async function isImportDue(db: Db, kind: q.ImportKindName, now: Instant): Promise<boolean> {
  return (await findsAny(pending(db, kind, now))) || findsAny(leftBehind(db, kind, now));
}

function pending(db: Db, kind: q.ImportKindName, now: Instant) {
  return q.pendingBatches(db, { kind, now, mostTries: MOST_TRIES });
}

function leftBehind(db: Db, kind: q.ImportKindName, now: Instant) {
  return q.leftSince(db, { kind, states: waitingStates, before: addSeconds(now, -WAITED_SECONDS) });
}

/**
 * Does what imports of a kind wait for: reads uploaded files, writes confirmed ones, takes back cancelled ones and
 * those nobody went on with. For a leased job of the room whose files they are: what a crash cut off goes on here.
 */
export async function runImports(act: Act, kind: ImportKind, stopping: AbortSignal): Promise<Outcome> {
  access.require(act, 'imports.resume');
  const outcome = { finished: 0, withdrawn: 0 };
  for (const { id, state } of await leftBehind(act.db, kind.kind, act.now).execute()) {
    const set = { message: '一天内没有确认，已自动撤回。' };
    await q.moveBatch(act.db, { id, from: [state as ImportState], to: 'withdrawing', set }).execute();
  }
  const failed = new Map<string, unknown>();
  for (;;) {
    const waiting = await pending(act.db, kind.kind, act.now).execute();
    const batch = waiting.find((one) => !failed.has(one.id));
    if (!batch || stopping.aborted) break;
    try {
      await new Run(act, kind, { row: batch, stopping }).step(outcome);
    } catch (error) {
      if (error instanceof Stopped) break;
      // One that fails waits for its next try; those behind it need not.
      if (error instanceof Overtaken) continue;
      failed.set(batch.id, error);
      await noteFailure(act, batch);
    }
  }
  for (const error of failed.values()) throw error;
  return outcome;
}

const GIVEN_UP =
  '办理中多次出错，已经停止，没有写入任何内容。请重新上传；仍然如此，请联系系统管理员查看日志。';
const LEFT_OFF = {
  done: '新增的内容已经写入，其余变动和统计多次办理出错，已经停下；已办的不受影响，也不会重复。',
  withdrawing: '撤回多次出错，已经停下；还没有撤回的内容不会生效。',
};
const WHAT_TO_DO = '请点“再试一次”接着办；仍然如此，请联系系统管理员查看日志。';
const AGAIN = '办理中出错，系统稍后自动重试；长时间如此，请联系系统管理员查看日志。';

/**
 * The step is tried again after a while that grows; after the last try the import is given up or left off, with the
 * reason.
 */
async function noteFailure(act: Act, batch: BatchRow): Promise<void> {
  const { id } = batch;
  // It may have gone on to another step before it failed.
  const { state, tries: before } = await q.stateOf(act.db, id).executeTakeFirstOrThrow();
  const tries = before + 1;
  const from = state as ImportState;
  const to = givenUpTo(from, tries);
  if (to) await q.moveBatch(act.db, { id, from: [from], to, set: { message: GIVEN_UP } }).execute();
  else {
    const nextAt = addSeconds(act.now, waitAfter(tries));
    const left = from === 'done' || from === 'withdrawing' ? LEFT_OFF[from] : '';
    const message = isStuck(from, tries) ? left + WHAT_TO_DO : AGAIN;
    await q.noteFailure(act.db, { id, state: from, tries, nextAt, message }).execute();
  }
}
