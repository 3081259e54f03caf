import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { attendeesOf } from './queries.attendance.ts';
import { bookRun, noteRun } from './jobs.ts';
import { eventOrThrow, thingOf } from './questions.ts';
import { filesOf, moveEvent } from './queries.ts';

/**
 * Hands a registered event over to be verified by somebody else. Throws `invalid` while nobody is on its list (the
 * public has no list) or no evidence lies with it.
 */
export async function handOver(act: Act, eventId: string): Promise<void> {
  const thing = await thingOf(act.db, eventId);
  access.require(act, 'event.edit', thing);
  const event = await eventOrThrow(act.db, eventId);
  const attendees = await attendeesOf(act.db, eventId).execute();
  if (event.audience === 'staff' && attendees.length === 0)
    throw new DomainError('invalid', '请先登记参加人员，再提交核验。');
  await refuseUnproven(act, eventId);
  await move(act, { eventId, from: 'draft', to: 'registered', verb: 'events.handedOver' });
}

async function refuseUnproven(act: Act, eventId: string): Promise<void> {
  const files = await filesOf(act.db, eventId).execute();
  if (files.length === 0) throw new DomainError('invalid', '请先上传签到表、通知或纪要等依据，再提交核验。');
}

/** Gives an event back to its registrant with a reason. */
export async function giveBack(act: Act, asked: { eventId: string; reason: string }): Promise<void> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.verify', thing);
  const reason = asked.reason.trim();
  if (reason === '')
    throw new DomainError('invalid', '请写明退回的原因。', { fields: { reason: '请写明退回的原因。' } });
  await move(act, { ...asked, reason, from: 'registered', to: 'draft', verb: 'events.givenBack' });
}

async function move(
  act: Act,
  asked: { eventId: string; from: string; to: string; verb: string; reason?: string },
): Promise<void> {
  await inTransaction(act, async (own) => {
    const change = { id: asked.eventId, from: [asked.from], change: { status: asked.to } };
    const moved = await moveEvent(own.db, change).executeTakeFirst();
    if (moved.numUpdatedRows === 0n)
      throw new DomainError('conflict', '活动的状态已经变化，请刷新页面后再办。');
    await audit.record(own, {
      verb: asked.verb,
      subject: { kind: 'event', id: asked.eventId },
      details: { reason: asked.reason ?? null },
    });
  });
}

/**
 * Verifies an event by a second person: from now on it counts, and its hours are entered for everybody on its list,
 * some people at a time; cut off by a crash, the rest follows when a server is there again.
 * Throws `conflict` for the registrant himself and for an event that was not handed over.
 */
export async function verify(act: Act, eventId: string): Promise<void> {
  const thing = await thingOf(act.db, eventId);
  access.require(act, 'event.verify', thing);
  const event = await eventOrThrow(act.db, eventId);
  const by = signatureOf(act).id;
  if (event.registeredBy === by)
    throw new DomainError('conflict', '登记人不能核验自己登记的活动，请由另一位管理员核验。');
  await refuseUnproven(act, eventId);
  await inTransaction(act, async (own) => {
    const change = { status: 'verified', verified_by: by, verified_at: act.now };
    const moved = await moveEvent(own.db, { id: eventId, from: ['registered'], change }).executeTakeFirst();
    if (moved.numUpdatedRows === 0n)
      throw new DomainError('conflict', '只有待核验的活动可以核验，请刷新页面查看状态。');
    const attendees = await attendeesOf(own.db, eventId).execute();
    const { minutes, span, heldOn } = event;
    await audit.record(own, {
      verb: 'events.verified',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'event', id: eventId },
      details: { people: attendees.length, minutes, span, heldOn },
    });
    await noteRun(own, { eventId, kind: 'verified', reason: '' });
  });
  await bookRun(act, eventId);
}
