import { remainingSeconds } from '#lib/domain/exams/deadline.ts';
import type { AttemptStatus } from '#lib/domain/exams/writing.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { allowancesOf, clockOf } from './queries.clock.ts';
import { addedTimeOf, type AddedTime } from './rows.ts';

/** The clock of one attempt as the server keeps it. */
export interface AttemptClock {
  now: Instant;
  deadline: Instant;
  remainingSeconds: number;
  /** Time added so far, in the order in which it was given. */
  allowances: AddedTime[];
  /** Number of the page that may write; another than the asking page's: it was taken over. */
  writer: number;
  status: AttemptStatus;
}

/**
 * What a page of the exam room asks every few seconds, so that added time, a takeover or the end is seen within five.
 * Two reads by key.
 */
export async function clock(act: Act, attemptId: string): Promise<AttemptClock> {
  const attempt = await attemptOwner(act, attemptId);
  access.require(act, 'attempt.clock', attempt);
  const given = await allowancesOf(act.db, attemptId).execute();
  const { status, deadline, writer } = attempt;
  return {
    now: act.now,
    deadline,
    remainingSeconds: status === 'open' ? remainingSeconds(deadline, act.now) : 0,
    allowances: given.map(addedTimeOf),
    writer,
    status,
  };
}

async function attemptOwner(act: Act, attemptId: string) {
  const { person_id, ...row } = await clockOf(act.db, attemptId).executeTakeFirstOrThrow(
    () => new DomainError('notFound', '没有找到这次作答。'),
  );
  return { ...row, ownerId: person_id, unitPath: [] };
}
