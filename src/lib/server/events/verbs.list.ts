import type { Audience, EventStatus } from '#lib/domain/events/tags.ts';
import type { Named } from '#lib/domain/events/names.ts';
import type { Span } from '#lib/domain/hours/rule.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { askFixed } from '../db/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { signatureOf } from '../platform/signature.ts';
import { attendeesOf } from './queries.attendance.ts';
import { correctionsOf } from './queries.corrections.ts';
import { eventsCount, eventsPage, eventsWaiting, hostsOfYear, type ListAsk } from './queries.list.ts';
import { filesOf, hostsOf, lawsOf, tagsOf } from './queries.ts';
import { seriesById } from './queries.series.ts';
import { eventOrThrow, thingOf, type StoredEvent } from './questions.ts';
import { rosterOf } from './verbs.attendance.ts';

export interface EventLine {
  id: string;
  title: string;
  heldOn: Day;
  minutes: number;
  span: Span;
  status: EventStatus;
  hosts: string[];
  tags: string[];
  place: string;
  lecturer: string;
  audience: Audience;
  /** People on the list; of a public event the heads counted. */
  attendees: number;
}

export type EventsAsk = Omit<ListAsk, 'unitIds' | 'day'> & {
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
};

/** A page of the events of a plan year hosted within the actor's reach, filtered by title, tag and state. */
export async function listEvents(
  act: Act,
  asked: EventsAsk,
): Promise<{ events: EventLine[]; total: number }> {
  access.require(act, 'events.list');
  const held = access.unitsHeld(act, ['coordinator', 'leader']);
  const unitIds = act.actor.kind === 'person' ? held : null;
  const within = { ...asked, unitIds, day: shanghaiDay(act.now) };
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const rows = await eventsPage(act.db, { ...within, ...window }).execute();
  const { total } = await eventsCount(act.db, within).executeTakeFirstOrThrow();
  const ids = rows.map((row) => row.id);
  const hosts = ids.length === 0 ? [] : await hostsOf(act.db, ids).execute();
  const tags = ids.length === 0 ? [] : await tagsOf(act.db, ids).execute();
  const events = rows.map((row) => ({
    ...{ id: row.id, title: row.title, heldOn: row.held_on, minutes: row.minutes },
    span: row.span as Span,
    status: row.status as EventStatus,
    hosts: hosts.filter((host) => host.event_id === row.id).map((host) => host.name),
    tags: tags.filter((tag) => tag.event_id === row.id).map((tag) => tag.tag),
    ...{ place: row.place, lecturer: row.lecturer, audience: row.audience as Audience },
    attendees: row.audience === 'public' ? (row.head_count ?? 0) : Number(row.attendees ?? 0),
  }));
  return { events, total: Number(total) };
}

/** Events of the open years that wait to be verified by this actor: not those he registered himself. */
export async function listWaitingEvents(
  act: Act,
): Promise<{ planYear: number; events: EventLine[]; total: number }[]> {
  access.require(act, 'events.list');
  const asked = { q: '', tag: '', status: 'registered', notBy: signatureOf(act).id } as const;
  const page = { direction: 'asc', page: 1, pageSize: 5 } as const;
  const years = openPlanYears(shanghaiDay(act.now)).map(async (planYear) => {
    return { planYear, ...(await listEvents(act, { ...asked, ...page, planYear })) };
  });
  return (await Promise.all(years)).filter((year) => year.total > 0);
}

/** How many events of the open years wait to be verified by this actor. */
export async function countWaitingEvents(act: Act): Promise<number> {
  access.require(act, 'events.list');
  const [unitIds, day] = [access.unitsHeld(act, ['coordinator']), shanghaiDay(act.now)];
  const asked = { unitIds, day, planYears: openPlanYears(day), notBy: signatureOf(act).id };
  const [waiting] = await askFixed(act.db, eventsWaiting, asked);
  return Number(waiting?.total ?? 0);
}

/** Units within the actor's reach that host events of a plan year, to choose from. */
export async function hostChoices(act: Act, planYear: number): Promise<{ id: string; name: string }[]> {
  access.require(act, 'events.list');
  const held = access.unitsHeld(act, ['coordinator', 'leader']);
  const unitIds = act.actor.kind === 'person' ? held : null;
  return hostsOfYear(act.db, { unitIds, day: shanghaiDay(act.now), planYear }).execute();
}

export interface EventView extends StoredEvent {
  hosts: string[];
  forms: string[];
  topics: string[];
  laws: string[];
  files: { id: string; name: string; bytes: number }[];
  attendees: Named[];
  /** People of the hosts' rosters who are not on the list; empty for who may not change it. */
  others: Named[];
  registeredByName: string;
  verifiedByName: string | null;
  /** Whether this actor may verify it now: a coordinator who did not register it. */
  mayVerify: boolean;
  mayEdit: boolean;
  /** Whether this actor may mend the list of a verified event, and take its verification back. */
  mayCorrect: boolean;
  mayTakeBack: boolean;
  seriesName: string | null;
  corrections: {
    id: string;
    kind: string;
    personName: string | null;
    reason: string;
    byName: string;
    at: Instant;
  }[];
  hostIds: string[];
}

const CONSOLE = '系统管理员';

/** An event with its tags, people and files, and what the actor may do with it now. */
export async function viewEvent(act: Act, eventId: string): Promise<EventView> {
  const thing = await thingOf(act.db, eventId);
  access.require(act, 'event.read', thing);
  const event = await eventOrThrow(act.db, eventId);
  const tags = await tagsOf(act.db, [eventId]).execute();
  const attendees = (await attendeesOf(act.db, eventId).execute()).map((row) => {
    return { personId: row.id, name: row.name, unitName: row.unit_name };
  });
  const mayEdit = event.status !== 'verified' && access.can(act, 'event.edit', thing);
  const present = new Set(attendees.map((one) => one.personId));
  const corrections = await correctionsOf(act.db, eventId).execute();
  const hands = [event.registeredBy, event.verifiedBy ?? '', ...corrections.map((row) => row.made_by)];
  const names = await people.namesById(act.db, hands);
  const isOwn = event.registeredBy === signatureOf(act).id;
  const hosts = await hostsOf(act.db, [eventId]).execute();
  const mayTakeBack = event.status === 'verified' && access.can(act, 'event.verify', thing);
  const mayCorrect = mayTakeBack && !isOwn && event.audience === 'staff';
  const series = event.seriesId && (await seriesById(act.db, event.seriesId).executeTakeFirst());
  return {
    ...event,
    hosts: hosts.map((host) => host.name),
    hostIds: hosts.map((host) => host.id),
    seriesName: series ? series.name : null,
    mayTakeBack,
    mayCorrect,
    corrections: corrections.map((row) => ({
      ...{ id: row.id, kind: row.kind, personName: row.person_name, reason: row.reason },
      ...{ byName: names.get(row.made_by) ?? CONSOLE, at: row.made_at },
    })),
    forms: tags.filter((tag) => tag.kind === 'form').map((tag) => tag.tag),
    topics: tags.filter((tag) => tag.kind === 'topic').map((tag) => tag.tag),
    laws: (await lawsOf(act.db, eventId).execute()).map((law) => law.statute_title),
    files: (await filesOf(act.db, eventId).execute()).map(({ id, name, bytes }) => ({ id, name, bytes })),
    attendees,
    others:
      (mayEdit || mayCorrect) && event.audience === 'staff'
        ? (await rosterOf(act, event)).filter((one) => !present.has(one.personId))
        : [],
    registeredByName: names.get(event.registeredBy) ?? CONSOLE,
    verifiedByName: event.verifiedBy && (names.get(event.verifiedBy) ?? CONSOLE),
    mayVerify: event.status === 'registered' && !isOwn && access.can(act, 'event.verify', thing),
    mayEdit,
  };
}
