import { matchNames, parseNames, type Matching, type Named } from '#lib/domain/events/names.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { holdEvent, UNVERIFIED } from './jobs.ts';
import { eventOrThrow, thingOf, type StoredEvent } from './questions.ts';
import { attendeesOf, insertAttendance, placeAttendance, removeAttendance } from './queries.attendance.ts';
import { hostsOf } from './queries.ts';

/** Rows of one insert stay below the engines' limits on parameters. */
const CHUNK = 500;
const MOST_NAMES = 2000;

/** People who counted at or below the hosts on the day of an event: whom its coordinator may tick or name. */
export async function rosterOf(act: Act, event: StoredEvent): Promise<(Named & { unitId: string })[]> {
  access.require(act, 'event.edit', await thingOf(act.db, event.id));
  const found = new Map<string, people.RosterLine>();
  for (const host of await hostsOf(act.db, [event.id]).execute()) {
    const roster = await people.roster(act.db, { unitId: host.id, day: event.heldOn });
    for (const one of roster) found.set(one.personId, one);
  }
  const names = new Map<string, string>();
  for (const unitId of new Set([...found.values()].map((one) => one.unitId))) {
    names.set(unitId, (await units.find(act.db, unitId))?.name ?? '');
  }
  return [...found.values()].map(({ personId, name, unitId }) => {
    return { personId, name, unitId, unitName: names.get(unitId) ?? '' };
  });
}

/** Finds pasted names among the roster; what is ambiguous or unknown is handed back to be resolved. */
export async function matchPasted(act: Act, asked: { eventId: string; text: string }): Promise<Matching> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.edit', thing);
  const names = parseNames(asked.text);
  if (names.length === 0) throw refused('请粘贴姓名，每行一个。');
  if (names.length > MOST_NAMES) throw refused(`一次最多粘贴 ${MOST_NAMES} 个姓名，请分次进行。`);
  const event = await eventOrThrow(act.db, asked.eventId);
  return matchNames(names, await rosterOf(act, event));
}

function refused(sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { names: sentence } });
}

/** Adds people of the roster to an event that is not verified. Returns how many were named. */
export async function addAttendees(
  act: Act,
  asked: { eventId: string; personIds: readonly string[] },
): Promise<number> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.edit', thing);
  const event = await eventOrThrow(act.db, asked.eventId);
  if (event.status === 'verified') throw new DomainError('conflict', '活动已经核验，名单不再改动。');
  if (event.audience === 'public')
    throw new DomainError('conflict', '面向社会公众的活动只登记人次，不登记名单。');
  const wanted = new Set(asked.personIds);
  const found = (await rosterOf(act, event)).filter((one) => wanted.has(one.personId));
  if (wanted.size === 0) throw new DomainError('invalid', '请至少选择一个人。');
  if (found.length < wanted.size)
    throw new DomainError('invalid', '有的人员当天不在主办单位的名册上，请重新选择。');
  await inTransaction(act, async (own) => {
    await holdEvent(own, event.id, UNVERIFIED);
    const entered = { entered_by: signatureOf(act).id, entered_at: act.now };
    const rows = found.map((one) => {
      return { event_id: event.id, person_id: one.personId, unit_id: one.unitId, ...entered };
    });
    for (let at = 0; at < rows.length; at += CHUNK)
      await insertAttendance(own.db, rows.slice(at, at + CHUNK)).execute();
    await audit.record(own, {
      verb: 'events.attendanceAdded',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'event', id: event.id },
      details: { people: found.length },
    });
  });
  return found.length;
}

/** Takes one person off the list of an event that is not verified. */
export async function removeAttendee(act: Act, asked: { eventId: string; personId: string }): Promise<void> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.edit', thing);
  const event = await eventOrThrow(act.db, asked.eventId);
  if (event.status === 'verified') throw new DomainError('conflict', '活动已经核验，名单不再改动。');
  await inTransaction(act, async (own) => {
    await holdEvent(own, event.id, UNVERIFIED);
    const { numDeletedRows } = await removeAttendance(own.db, asked).executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new DomainError('notFound', '这位人员不在名单上，请刷新页面后再看。');
    await audit.record(own, {
      verb: 'events.attendanceRemoved',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'event', id: event.id },
      details: { personId: asked.personId },
    });
  });
}

/** After hosts or day changed: everybody on the list counts where the roster of that day says, or must go first. */
export async function placeAttendees(act: Act, event: StoredEvent): Promise<void> {
  const attendees = await attendeesOf(act.db, event.id).execute();
  if (attendees.length === 0) return;
  if (event.audience === 'public') {
    const sentence = '面向社会公众的活动按人次登记，请先移除名单上的人员。';
    throw new DomainError('conflict', sentence, { fields: { audience: sentence } });
  }
  const places = new Map((await rosterOf(act, event)).map((one) => [one.personId, one.unitId]));
  const strangers = attendees.filter((one) => !places.has(one.id));
  if (strangers.length > 0) {
    const names = strangers.map((one) => one.name).slice(0, 5);
    const sentence = `名单上有 ${strangers.length} 人当天不在主办单位的名册上：${names.join('、')}。请先移除。`;
    throw new DomainError('conflict', sentence);
  }
  for (const one of attendees) {
    const unitId = places.get(one.id) ?? one.unit_id;
    if (unitId === one.unit_id) continue;
    await placeAttendance(act.db, { eventId: event.id, personId: one.id, unitId }).execute();
  }
}
