import { modes, type Mode } from '#lib/domain/events/tags.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { isDay, planYearOf, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import * as files from '../files/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { eventOrThrow, thingOf } from './questions.ts';
import * as q from './queries.ts';

export interface NewEvent {
  title: string;
  heldOn: Day;
  /** Minutes, or a half or whole day; the rule of hours says what each is worth. */
  span: Span;
  minutes: number;
  mode: Mode;
  place: string;
  lecturer: string;
  hostIds: readonly string[];
  forms: readonly string[];
  topics: readonly string[];
  /** Titles of statutes, with or without 书名号. */
  laws: readonly string[];
}

/** A day has this many minutes at most; longer trainings are registered by day. */
const LONGEST_MINUTES = 720;

function faultOf(act: Act, wanted: NewEvent): [field: string, sentence: string] | null {
  if (wanted.title.trim() === '') return ['title', '请填写活动名称。'];
  if (!isDay(wanted.heldOn)) return ['heldOn', '请填写有效的日期，例如 2026-11-14。'];
  if (wanted.heldOn > shanghaiDay(act.now)) return ['heldOn', '活动还没有举行，请在举行之后登记。'];
  if (Number(wanted.heldOn.slice(0, 4)) < planYearOf(act.now) - 1)
    return ['heldOn', '只能登记本年度和上一年度的活动。'];
  if (!Number.isInteger(wanted.minutes) || wanted.minutes < 1 || wanted.minutes > LONGEST_MINUTES)
    return ['minutes', `时长请填 1 到 ${LONGEST_MINUTES} 的整数分钟。`];
  if (!(wanted.mode in modes)) return ['mode', '请选择线下或线上。'];
  if (wanted.hostIds.length === 0) return ['hostIds', '请至少选择一个主办单位。'];
  if (wanted.forms.length === 0) return ['forms', '请至少选择一种形式。'];
  return null;
}

async function hostsPath(act: Act, hostIds: readonly string[]): Promise<string[][]> {
  return Promise.all(hostIds.map((unitId) => units.pathOf(act.db, unitId)));
}

/** Registers an event held by the actor's units; people and files follow, then it is handed over to be verified. */
export async function register(act: Act, wanted: NewEvent): Promise<{ id: string }> {
  const paths = await hostsPath(act, wanted.hostIds);
  access.require(act, 'event.register', { unitPath: paths[0] ?? [] });
  if (
    !paths.every((unitPath) => access.can(act, 'event.register', { unitPath }) || act.actor.kind !== 'person')
  )
    throw new DomainError('invalid', '主办单位只能选择您管理范围内的单位。', {
      fields: { hostIds: '主办单位只能选择您管理范围内的单位。' },
    });
  const fault = faultOf(act, wanted);
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertEvent(own.db, {
        ...{ id, title: wanted.title.trim(), held_on: wanted.heldOn, span: wanted.span },
        ...{ plan_year: Number(wanted.heldOn.slice(0, 4)), minutes: wanted.minutes, mode: wanted.mode },
        ...{ place: wanted.place.trim(), lecturer: wanted.lecturer.trim(), status: 'draft' },
        ...{ registered_by: signatureOf(act).id, registered_at: act.now },
        ...{ verified_by: null, verified_at: null },
      })
      .execute();
    await insertTies(own, id, wanted);
    await audit.record(own, {
      verb: 'events.registered',
      unitId: wanted.hostIds[0] ?? null,
      subject: { kind: 'event', id },
      details: { title: wanted.title, heldOn: wanted.heldOn, forms: wanted.forms, hosts: wanted.hostIds },
    });
  });
  return { id };
}

async function insertTies(act: Act, id: string, wanted: NewEvent): Promise<void> {
  const hosts = [...new Set(wanted.hostIds)].map((unit_id) => ({ event_id: id, unit_id }));
  await q.insertHosts(act.db, hosts).execute();
  const tags = [
    ...[...new Set(wanted.forms)].map((tag) => ({ event_id: id, kind: 'form', tag })),
    ...[...new Set(wanted.topics)].map((tag) => ({ event_id: id, kind: 'topic', tag })),
  ];
  await q.insertTags(act.db, tags).execute();
  const laws = [...new Set(wanted.laws.map((title) => plainTitle(title.trim())))].filter(
    (title) => title !== '',
  );
  if (laws.length === 0) return;
  await q
    .insertLaws(
      act.db,
      laws.map((statute_title) => ({ event_id: id, statute_title })),
    )
    .execute();
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
  await q.insertEventFile(act.db, { event_id: event.id, file_id: file.id }).execute();
}
