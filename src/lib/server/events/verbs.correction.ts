import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { insertAttendance, removeAttendance } from './queries.attendance.ts';
import { insertCorrection } from './queries.corrections.ts';
import { moveEvent } from './queries.ts';
import { bookRun, noteRun, holdEvent } from './jobs.ts';
import { eventOrThrow, thingOf, type StoredEvent } from './questions.ts';
import { rosterOf } from './verbs.attendance.ts';

function reasonOf(text: string): string {
  const reason = text.trim();
  const sentence = '请写明更正的原因，它会和更正一起保留。';
  if (reason === '') throw new DomainError('invalid', sentence, { fields: { reason: sentence } });
  return reason;
}

type Correction = 'takenBack' | 'added' | 'removed';

async function note(
  act: Act,
  made: {
    event: StoredEvent;
    kind: Correction;
    personId: string | null;
    reason: string;
    unitId: string | null;
  },
): Promise<void> {
  const { event, kind, personId, reason, unitId } = made;
  await insertCorrection(act.db, {
    ...{ id: newId(), event_id: event.id, kind, person_id: personId, reason },
    ...{ made_by: signatureOf(act).id, made_at: act.now },
  }).execute();
  await audit.record(act, {
    verb: `events.${kind === 'takenBack' ? 'takenBack' : 'attendanceCorrected'}`,
    unitId,
    subject: { kind: 'event', id: event.id },
    details: { kind, personId, reason },
  });
}

/**
 * Takes a verification back: the event counts no more and waits to be verified again, the hours of everybody on its
 * list are reversed; verified again, they are entered as the next revision. Throws `conflict` for one not verified.
 */
export async function takeBack(act: Act, asked: { eventId: string; reason: string }): Promise<void> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.verify', thing);
  const reason = reasonOf(asked.reason);
  const event = await eventOrThrow(act.db, asked.eventId);
  await inTransaction(act, async (own) => {
    const change = { status: 'registered', verified_by: null, verified_at: null };
    const moved = await moveEvent(own.db, { id: event.id, from: ['verified'], change }).executeTakeFirst();
    if (moved.numUpdatedRows === 0n)
      throw new DomainError('conflict', '活动不在已核验的状态，请刷新页面后再办。');
    const unitId = thing.unitPath?.[0] ?? null;
    await note(own, { event, kind: 'takenBack', personId: null, reason, unitId });
    await noteRun(own, { eventId: event.id, kind: 'reversed', reason });
  });
  await bookRun(act, event.id);
}

/**
 * Mends the list of a verified event by one person: hours are entered or reversed for him alone. Throws `conflict` for
 * the registrant (a second person mends, as a second one verified), for oneself, and for an event not verified.
 */
export async function correctAttendance(
  act: Act,
  asked: { eventId: string; personId: string; isPresent: boolean; reason: string },
): Promise<void> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.verify', thing);
  const reason = reasonOf(asked.reason);
  const event = await eventOrThrow(act.db, asked.eventId);
  refuseOwnHand(act, event, asked.personId);
  const { personId } = asked;
  const kind = asked.isPresent ? 'added' : 'removed';
  await inTransaction(act, async (own) => {
    await holdEvent(own, event.id, ['verified']);
    await note(own, { event, kind, personId, reason, unitId: thing.unitPath?.[0] ?? null });
    if (asked.isPresent) await add(own, event, personId);
    else await remove(own, event, { personId, reason });
  });
}

function refuseOwnHand(act: Act, event: StoredEvent, personId: string): void {
  const by = signatureOf(act).id;
  if (event.audience === 'public') throw new DomainError('conflict', '面向社会公众的活动没有名单。');
  if (event.registeredBy === by)
    throw new DomainError('conflict', '登记人不能单独更正已核验的名单，请另一位管理员办理。');
  if (personId === by) throw new DomainError('conflict', '本人的参加情况须由其他管理员更正。');
}

async function add(act: Act, event: StoredEvent, personId: string): Promise<void> {
  const found = (await rosterOf(act, event)).find((one) => one.personId === personId);
  if (!found) throw new DomainError('invalid', '这位人员当天不在主办单位的名册上。');
  const seat = { event_id: event.id, person_id: personId, unit_id: found.unitId };
  const entered = { entered_by: signatureOf(act).id, entered_at: act.now };
  const { numInsertedOrUpdatedRows } = await insertAttendance(act.db, [
    { ...seat, ...entered },
  ]).executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new DomainError('conflict', '这位人员已经在名单上。');
  const { id: eventId, span, minutes, heldOn, planYear } = event;
  const personIds = [personId];
  await announce(act, { kind: 'attendanceVerified', eventId, personIds, span, minutes, heldOn, planYear });
}

async function remove(
  act: Act,
  event: StoredEvent,
  { personId, reason }: { personId: string; reason: string },
): Promise<void> {
  const gone = await removeAttendance(act.db, { eventId: event.id, personId }).executeTakeFirstOrThrow();
  if (gone.numDeletedRows === 0n) throw new DomainError('conflict', '这位人员不在名单上，请刷新页面。');
  const { id: eventId, planYear } = event;
  await announce(act, { kind: 'attendanceReversed', eventId, personIds: [personId], planYear, reason });
}
