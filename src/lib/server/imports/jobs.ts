import { waitingStates, type ImportState } from '#lib/domain/imports/state.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.ts';
import { Overtaken, Stopped } from './chunks.ts';
import { Run, type ImportKind, type Outcome } from './run.ts';

/** A file that nobody goes on with is taken back after a day. */
const WAITED_SECONDS = 86_400;

/**
 * Does what imports of a kind wait for: reads uploaded files, writes confirmed ones, takes back cancelled ones and
 * those nobody went on with. For a leased job of the room whose files they are: what a crash cut off goes on here.
 */
export async function runImports(act: Act, kind: ImportKind, stopping: AbortSignal): Promise<Outcome> {
  access.require(act, 'imports.resume');
  const outcome = { finished: 0, withdrawn: 0 };
  const before = addSeconds(act.now, -WAITED_SECONDS);
  const left = { kind: kind.kind, states: waitingStates, before };
  for (const { id, state } of await q.leftSince(act.db, left).execute()) {
    const set = { message: '一天内没有确认，已自动撤回。' };
    await q.moveBatch(act.db, { id, from: [state as ImportState], to: 'withdrawing', set }).execute();
  }
  const failed = new Map<string, unknown>();
  for (;;) {
    const pending = await q.pendingBatches(act.db, kind.kind).execute();
    const batch = pending.find((one) => !failed.has(one.id));
    if (!batch || stopping.aborted) break;
    try {
      await new Run(act, kind, { row: batch, stopping }).step(outcome);
    } catch (error) {
      if (error instanceof Stopped) break;
      // One that fails stays for the next round; those behind it need not wait.
      if (!(error instanceof Overtaken)) failed.set(batch.id, error);
    }
  }
  for (const error of failed.values()) throw error;
  return outcome;
}
