import type { EventStatus } from '#lib/domain/events/tags.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import { findsAny, type Db } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import { eventOrThrow } from './questions.ts';
import { keepEvent } from './queries.ts';
import { beginRun, endRun, moveRun, nextAttendees, openRuns, runOf } from './queries.run.ts';

/**
 * Notes, in the transaction that decided it, that the hours of everybody on an event's list are to be entered
 * (`verified`) or taken back (`reversed`); `bookRun` does it afterwards, and `resumeRuns` after a crash.
 */
export async function noteRun(
  act: Act,
  run: { eventId: string; kind: 'verified' | 'reversed'; reason: string },
): Promise<void> {
  const row = { event_id: run.eventId, kind: run.kind, after_person_id: '', reason: run.reason };
  const begun = await beginRun(act.db, { ...row, begun_at: act.now }).executeTakeFirst();
  if (begun.numInsertedOrUpdatedRows === 0n) throw stillRunning();
}

/** States in which an event's list and files may be changed directly. */
export const UNVERIFIED: readonly EventStatus[] = ['draft', 'registered'];

/**
 * Keeps an event in its state until the act's transaction is through, so that nobody verifies a list that just changes.
 * Throws `conflict` when it is in another one, or its hours are being entered or taken back.
 */
export async function holdEvent(act: Act, eventId: string, states: readonly EventStatus[]): Promise<void> {
  const kept = await keepEvent(act.db, { id: eventId, in: states }).executeTakeFirst();
  if (kept.numUpdatedRows === 0n) throw new DomainError('conflict', '活动的状态已经变化，请刷新页面后再办。');
  await refuseWhileRunning(act.db, eventId);
}

/** Throws `conflict` while hours of an event are being entered or taken back: its list stands still until then. */
export async function refuseWhileRunning(db: Db, eventId: string): Promise<void> {
  if (await runOf(db, eventId).executeTakeFirst()) throw stillRunning();
}

function stillRunning(): DomainError {
  return new DomainError('conflict', '这次活动的学时正在逐人记入或冲销，请稍等片刻再办。');
}

/** Takes an event's run to its end in small transactions. May meet another process at the same run. */
export async function bookRun(act: Act, eventId: string): Promise<number> {
  return inChunks(act, (own, limit) => bookNext(own, eventId, limit));
}

async function bookNext(act: Act, eventId: string, limit: number): Promise<number> {
  const run = await runOf(act.db, eventId).executeTakeFirst();
  if (!run) return 0;
  const from = run.after_person_id;
  const rows = await nextAttendees(act.db, { eventId, after: from, limit }).execute();
  const personIds = rows.map((row) => row.person_id);
  const to = personIds[personIds.length - 1];
  if (to === undefined) {
    await endRun(act.db, { eventId, from }).execute();
    return 0;
  }
  const moved = await moveRun(act.db, { eventId, from, to }).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return personIds.length;
  const { planYear, minutes, span, heldOn } = await eventOrThrow(act.db, eventId);
  const { reason } = run;
  if (run.kind === 'reversed')
    await announce(act, { kind: 'attendanceReversed', eventId, personIds, planYear, reason });
  else
    await announce(act, { kind: 'attendanceVerified', eventId, personIds, minutes, span, heldOn, planYear });
  return personIds.length;
}

/** Whether hours of an event are still to be entered or taken back. */
export function isRunOpen(db: Db): Promise<boolean> {
  return findsAny(openRuns(db));
}

/** Finishes what a crash cut off. Answers how many people were looked at. */
export async function resumeRuns(act: Act): Promise<number> {
  access.require(act, 'events.resume');
  let seen = 0;
  for (const { event_id: eventId } of await openRuns(act.db).execute()) seen += await bookRun(act, eventId);
  return seen;
}
