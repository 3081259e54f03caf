import type { Audience, LecturerKind, Mode } from '#lib/domain/events/tags.ts';
import { eventFaults } from '#lib/domain/events/fault.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as files from '../files/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { holdEvent, refuseWhileRunning, UNVERIFIED } from './jobs.ts';
import { eventOrThrow, thingOf } from './questions.ts';
import { seriesById } from './queries.series.ts';
import * as q from './queries.ts';
import { placeAttendees } from './verbs.attendance.ts';

export interface NewEvent {
  title: string;
  heldOn: Day;
  /** Minutes, or a half or whole day; the rule of hours says what each is worth. */
  span: Span;
  minutes: number;
  mode: Mode;
  place: string;
  lecturer: string;
  lecturerKind?: LecturerKind | null;
  hostIds: readonly string[];
  forms: readonly string[];
  topics: readonly string[];
  /** Titles of statutes, with or without 书名号. */
  laws: readonly string[];
  /** `staff` unless told. */
  audience?: Audience;
  /** People reached by a public event. */
  headCount?: number | null;
  /** The series to which it belongs. */
  seriesId?: string | null;
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

async function hostsPath(act: Act, hostIds: readonly string[]): Promise<string[][]> {
  return Promise.all(hostIds.map((unitId) => units.pathOf(act.db, unitId)));
}

/** The event with the tag of its series. Throws `invalid` for what cannot be registered like this. */
async function checked(act: Act, wanted: NewEvent, paths: string[][]): Promise<NewEvent> {
  const isHis = (unitPath: string[]) => access.can(act, 'event.register', { unitPath });
  if (act.actor.kind === 'person' && !paths.every(isHis))
    throw refused('hostIds', '主办单位只能选择您管理范围内的单位。');
  const series = wanted.seriesId ? await seriesById(act.db, wanted.seriesId).executeTakeFirst() : undefined;
  const event = series ? { ...wanted, forms: [...new Set([...wanted.forms, series.tag])] } : wanted;
  const faults = eventFaults(event, { day: shanghaiDay(act.now), planYear: planYearOf(act.now) });
  if (faults[0]) throw new DomainError('invalid', faults[0][1], { fields: Object.fromEntries(faults) });
  if (!wanted.seriesId) return event;
  const isOf = series && series.closed_at === null && paths.some((path) => path.includes(series.unit_id));
  if (!isOf || String(series.plan_year) !== wanted.heldOn.slice(0, 4))
    throw refused('seriesId', '这个系列已结束、不属于该年度，或不属于所选的主办单位，请重新选择。');
  return event;
}

function columnsOf(wanted: NewEvent) {
  const isPublic = wanted.audience === 'public';
  return {
    ...{ title: wanted.title.trim(), held_on: wanted.heldOn, plan_year: Number(wanted.heldOn.slice(0, 4)) },
    ...{ span: wanted.span, minutes: wanted.minutes, mode: wanted.mode, place: wanted.place.trim() },
    ...{ lecturer: wanted.lecturer.trim(), lecturer_kind: wanted.lecturerKind ?? null },
    ...{ audience: isPublic ? 'public' : 'staff', head_count: isPublic ? (wanted.headCount ?? null) : null },
    series_id: wanted.seriesId || null,
  };
}

/** Registers an event held by the actor's units; people and files follow, then it is handed over to be verified. */
export async function register(act: Act, wanted: NewEvent): Promise<{ id: string }> {
  const paths = await hostsPath(act, wanted.hostIds);
  access.require(act, 'event.register', { unitPath: paths[0] ?? [] });
  const event = await checked(act, wanted, paths);
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertEvent(own.db, {
        ...{ id, ...columnsOf(event), status: 'draft' },
        ...{ registered_by: signatureOf(act).id, registered_at: act.now },
        ...{ verified_by: null, verified_at: null },
      })
      .execute();
    await insertTies(own, id, event);
    const { title, heldOn, forms, hostIds: hosts } = event;
    await audit.record(own, {
      verb: 'events.registered',
      unitId: hosts[0] ?? null,
      subject: { kind: 'event', id },
      details: { title, heldOn, forms, hosts },
    });
  });
  return { id };
}

/**
 * Changes what was registered, while it was not handed over. People on its list must still count at the hosts on its
 * day; `conflict` names how many do not, and for an event that was handed over meanwhile.
 */
export async function revise(act: Act, asked: { eventId: string; wanted: NewEvent }): Promise<void> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.edit', thing);
  const { eventId: id } = asked;
  const event = await checked(act, asked.wanted, await hostsPath(act, asked.wanted.hostIds));
  await inTransaction(act, async (own) => {
    const change = { id, from: ['draft'], change: columnsOf(event) };
    const moved = await q.moveEvent(own.db, change).executeTakeFirst();
    if (moved.numUpdatedRows === 0n)
      throw new DomainError('conflict', '已提交或已核验的活动不能直接修改，请先退回。');
    await refuseWhileRunning(own.db, id);
    await q.removeHosts(own.db, id).execute();
    await q.removeTags(own.db, id).execute();
    await q.removeLaws(own.db, id).execute();
    await insertTies(own, id, event);
    await placeAttendees(own, await eventOrThrow(own.db, id));
    const { title, heldOn, forms, hostIds: hosts } = event;
    await audit.record(own, {
      verb: 'events.revised',
      unitId: hosts[0] ?? null,
      subject: { kind: 'event', id },
      details: { title, heldOn, forms, hosts },
    });
  });
}

async function insertTies(act: Act, id: string, wanted: NewEvent): Promise<void> {
  const hosts = [...new Set(wanted.hostIds)].map((unit_id) => ({ event_id: id, unit_id }));
  await q.insertHosts(act.db, hosts).execute();
  const tags = [
    ...[...new Set(wanted.forms)].map((tag) => ({ event_id: id, kind: 'form', tag })),
    ...[...new Set(wanted.topics)].map((tag) => ({ event_id: id, kind: 'topic', tag })),
  ];
  await q.insertTags(act.db, tags).execute();
  const titles = wanted.laws.map((title) => plainTitle(title.trim())).filter((title) => title !== '');
  const laws = [...new Set(titles)].map((statute_title) => ({ event_id: id, statute_title }));
  if (laws.length > 0) await q.insertLaws(act.db, laws).execute();
}

/** Stores a file with an event, such as the signed list or the notes. */
export async function attachFile(
  act: Act,
  asked: { eventId: string; name: string; bytes: Uint8Array },
): Promise<void> {
  const thing = await thingOf(act.db, asked.eventId);
  access.require(act, 'event.edit', thing);
  const event = await eventOrThrow(act.db, asked.eventId);
  if (event.status === 'verified') throw new DomainError('conflict', '活动已经核验，附件不再改动。');
  const unitPath = thing.unitPath ?? [];
  const file = await files.store(act, { unitPath, name: asked.name, bytes: asked.bytes });
  await inTransaction(act, async (own) => {
    await holdEvent(own, event.id, UNVERIFIED);
    await q.insertEventFile(own.db, { event_id: event.id, file_id: file.id }).execute();
  });
}
