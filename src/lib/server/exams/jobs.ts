import { addSeconds } from '#lib/domain/shared/time.ts';
import { gapSince, outageSeconds, type Gap } from '#lib/domain/exams/outage.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { end } from './ending.ts';
import { overdue } from './queries.attempts.ts';
import * as clock from './queries.clock.ts';

/**
 * A save that arrived at the last moment may still be on its way into its group; the attempt ends as of its deadline
 * all the same. Within the five seconds that the product promises.
 */
const GRACE_SECONDS = 1;
const MOST_AT_ONCE = 200;

/**
 * Writes the installation's heartbeat; a gap of 30 s or more since the last one first lengthens every attempt that was
 * open in it, once per gap. Called at start, before the first request and before anything overdue is closed, and then
 * every few seconds by a live process. Returns the number of attempts lengthened.
 */
export async function afterOutage(act: Act): Promise<number> {
  access.require(act, 'exams.afterOutage');
  return inTransaction(act, async (act) => {
    const last = await clock.lastBeat(act.db).executeTakeFirst();
    const gap = last ? gapSince(last.beat_at, act.now) : null;
    const lengthened = gap === null ? 0 : await makeUpFor(act, gap);
    await clock.beat(act.db, act.now).execute();
    return lengthened;
  });
}

async function makeUpFor(act: Act, gap: Gap): Promise<number> {
  const outageId = newId();
  const noted = await clock
    .insertOutage(act.db, { id: outageId, from_at: gap.from, to_at: gap.to })
    .executeTakeFirst();
  if (noted.numInsertedOrUpdatedRows === 0n) return 0;
  const attempts = await clock.openDuring(act.db, gap).execute();
  for (const attempt of attempts) {
    const seconds = outageSeconds(gap, { startedAt: attempt.started_at, deadline: attempt.deadline });
    const allowance = {
      id: newId(),
      attempt_id: attempt.id,
      kind: 'outage' as const,
      source_id: outageId,
      seconds,
    };
    await clock.insertAllowance(act.db, { ...allowance, given_at: act.now }).execute();
    await clock.setDeadline(act.db, attempt.id, addSeconds(attempt.deadline, seconds)).execute();
  }
  const details = { from: gap.from, to: gap.to, attempts: attempts.length };
  await audit.record(act, { verb: 'exams.outage', subject: { kind: 'outage', id: outageId }, details });
  return attempts.length;
}

/** One round of the exam clock: the heartbeat, then what is overdue. An outage is made up for before it could cost. */
export async function keepTime(act: Act): Promise<void> {
  access.require(act, 'exams.keepTime');
  await afterOutage(act);
  await closeOverdue(act);
}

/** Closes every open attempt past its deadline, as of its deadline, each in its own transaction. Returns how many. */
export async function closeOverdue(act: Act): Promise<number> {
  access.require(act, 'exams.closeOverdue');
  const before = addSeconds(act.now, -GRACE_SECONDS);
  let closed = 0;
  for (;;) {
    const attempts = await overdue(act.db, before, MOST_AT_ONCE).execute();
    for (const attempt of attempts) {
      const ending = { attemptId: attempt.id, examId: attempt.exam_id, personId: attempt.person_id };
      await inTransaction(act, (act) => end(act, ending, { status: 'closed', endedAt: attempt.deadline }));
      // Between two attempts those who still sit get their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    closed += attempts.length;
    if (attempts.length < MOST_AT_ONCE) return closed;
  }
}
