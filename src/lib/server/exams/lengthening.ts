import type { AllowanceKind } from '#lib/domain/exams/allowance.ts';
import { deadlineOf } from '#lib/domain/exams/deadline.ts';
import { addSeconds, earliest, type Instant } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { holdOpen, insertAllowances, moveDeadlines, openAttempts, type OpenAsk } from './queries.time.ts';

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

/**
 * Open attempts follow the terms of their exam as they stand: deadline = min(start + duration, window end) +
 * allowances; in a cancelled exam nothing more is taken from now on, and the exam clock closes each with a receipt, as
 * at any deadline. Within the act's transaction, which holds them from here on.
 */
export async function followTerms(act: Act, asked: OpenAsk): Promise<void> {
  await holdOpen(act.db, asked).execute();
  const open = await openAttempts(act.db, { ...asked, within: null }).execute();
  const moves = open.map((one) => ({
    attemptId: one.id,
    from: one.deadline,
    deadline: deadlineNow(act, one),
  }));
  await setDeadlines(
    act,
    moves.filter((move) => move.deadline !== move.from),
  );
}

type OpenAttempt = Awaited<ReturnType<ReturnType<typeof openAttempts>['execute']>>[number];

function deadlineNow({ now }: Act, one: OpenAttempt): Instant {
  if (one.exam_status === 'cancelled') return earliest(one.deadline, now);
  return deadlineOf({
    startedAt: one.started_at,
    durationSeconds: one.duration_seconds,
    closesAt: one.closes_at,
    allowanceSeconds: Number(one.allowance_seconds ?? 0),
  });
}

/** Sets the deadlines of open attempts that the act's transaction holds. */
async function setDeadlines(
  act: Act,
  moves: readonly { attemptId: string; deadline: Instant }[],
): Promise<void> {
  for (let from = 0; from < moves.length; from += CHUNK) {
    await moveDeadlines(act.db, moves.slice(from, from + CHUNK)).execute();
  }
}
