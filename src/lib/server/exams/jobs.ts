import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import { gapSince, outageSeconds, type Gap } from '#lib/domain/exams/outage.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { findsAny, inTransaction, type Db } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import { newId } from '../platform/ids.ts';
import { end } from './ending.ts';
import { lengthen } from './lengthening.ts';
import { changeCandidate, deferralsOver } from './queries.candidates.ts';
import { anOpenAttempt, overdue } from './queries.attempts.ts';
import * as clock from './queries.clock.ts';
import { isOutageMadeUp } from './questions.ts';

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
  if (!(await isOutageMadeUp(act.db))) return 0;
  await clock.holdDuring(act.db, gap).execute();
  const attempts = await clock.openDuring(act.db, gap).execute();
  const longer = attempts.map((one) => ({
    id: one.id,
    deadline: one.deadline,
    seconds: outageSeconds(gap, { startedAt: one.started_at, deadline: one.deadline }),
  }));
  await lengthen(act, longer, { kind: 'outage', sourceId: outageId, reason: null });
  const details = { from: gap.from, to: gap.to, attempts: attempts.length };
  await audit.record(act, { verb: 'exams.outage', subject: { kind: 'outage', id: outageId }, details });
  return attempts.length;
}

/**
 * Whether the exam clock must strike every second: while somebody sits. Else a beat every few seconds is enough, since
 * an attempt is made up for from its own start at most.
 */
export function isSitting(db: Db): Promise<boolean> {
  return findsAny(anOpenAttempt(db));
}

/** One round of the exam clock: the heartbeat, then what is overdue. An outage is made up for before it could cost. */
export async function keepTime(act: Act): Promise<void> {
  access.require(act, 'exams.keepTime');
  await afterOutage(act);
  await closeOverdue(act);
}

/**
 * Closes every open attempt past its deadline, as of its deadline: a room that ends at once in chunks that let those
 * who still sit save in between. Returns how many.
 */
export async function closeOverdue(act: Act): Promise<number> {
  access.require(act, 'exams.closeOverdue');
  const before = addSeconds(act.now, -GRACE_SECONDS);
  let closed = 0;
  for (;;) {
    const attempts = await overdue(act.db, before, MOST_AT_ONCE).execute();
    const failures = await closeAll(act, attempts);
    closed += attempts.length - failures.length;
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} attempts stay open`);
    if (attempts.length < MOST_AT_ONCE) return closed;
  }
}

type Overdue = Awaited<ReturnType<ReturnType<typeof overdue>['execute']>>[number];

/** What went wrong: one that cannot be closed takes its chunk with it, so all are tried again, each by itself. */
async function closeAll(act: Act, attempts: readonly Overdue[]): Promise<unknown[]> {
  try {
    await overChunks(act, attempts, closeSome);
    return [];
  } catch {
    const failures: unknown[] = [];
    for (const attempt of attempts) {
      await overChunks(act, [attempt], closeSome).catch((error: unknown) => failures.push(error));
    }
    return failures;
  }
}

async function closeSome(act: Act, attempts: readonly Overdue[]): Promise<void> {
  for (const { id, exam_id: examId, person_id: personId, deadline } of attempts) {
    await end(act, { attemptId: id, examId, personId }, { status: 'closed', endedAt: deadline });
  }
}

/** Whether a 缓考 is over that nobody ended. */
export function isDeferralOver(db: Db, now: Instant): Promise<boolean> {
  return findsAny(deferralsOver(db, now, 1));
}

/** Ends every 缓考 whose make-up is over: who did not sit it is due and absent. Returns how many. */
export async function endDeferrals(act: Act): Promise<number> {
  access.require(act, 'exams.endDeferrals');
  const over = await deferralsOver(act.db, act.now, MOST_AT_ONCE).execute();
  for (const { exam_id: examId, person_id: personId, unit_id: unitId } of over) {
    await inTransaction(act, async (act) => {
      const key = { examId, personId };
      const ended = { from: ['due' as const], to: { deferred: 0 } };
      const changed = await changeCandidate(act.db, key, ended).executeTakeFirst();
      if (changed.numUpdatedRows === 0n) return;
      const subject = { kind: 'person', id: personId };
      await audit.record(act, { verb: 'exam.deferralOver', unitId, subject, details: { examId } });
      await announce(act, { kind: 'candidateChanged', ...key });
    });
  }
  return over.length;
}
