import type { AllowanceKind } from '#lib/domain/exams/allowance.ts';
import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { insertAllowances, moveDeadlines } from './queries.time.ts';

/** Attempts of one statement; far below the engines' limits on parameters. */
const CHUNK = 300;

export interface Lengthened {
  id: string;
  deadline: Instant;
  seconds: number;
}

/**
 * Adds time to open attempts that the act's transaction holds, and notes with each what it was for. Attempts with no
 * seconds are passed over. Returns how many were lengthened.
 */
export async function lengthen(
  act: Act,
  attempts: readonly Lengthened[],
  given: { kind: AllowanceKind; sourceId: string; reason: string | null },
): Promise<number> {
  const longer = attempts.filter((one) => one.seconds > 0);
  for (let from = 0; from < longer.length; from += CHUNK) {
    const some = longer.slice(from, from + CHUNK);
    const moves = some.map((one) => ({ attemptId: one.id, deadline: addSeconds(one.deadline, one.seconds) }));
    await moveDeadlines(act.db, moves).execute();
    const rows = some.map((one) => ({
      ...{ id: newId(), attempt_id: one.id, kind: given.kind, source_id: given.sourceId },
      ...{ seconds: one.seconds, given_at: act.now, reason: given.reason },
    }));
    await insertAllowances(act.db, rows).execute();
  }
  return longer.length;
}

/** Sets the deadlines of open attempts that the act's transaction holds. */
export async function setDeadlines(
  act: Act,
  moves: readonly { attemptId: string; deadline: Instant }[],
): Promise<void> {
  for (let from = 0; from < moves.length; from += CHUNK) {
    await moveDeadlines(act.db, moves.slice(from, from + CHUNK)).execute();
  }
}
