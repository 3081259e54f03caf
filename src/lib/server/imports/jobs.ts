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
  for (;;) {
    const batch = await q.pendingBatches(act.db, kind.kind).limit(1).executeTakeFirst();
    if (!batch || stopping.aborted) return outcome;
    try {
      await new Run(act, kind, { row: batch, stopping }).step(outcome);
    } catch (error) {
      if (error instanceof Stopped) return outcome;
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}
