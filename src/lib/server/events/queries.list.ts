import type { Day } from '#lib/domain/shared/time.ts';
import { contains, unitsBelow, type Db } from '../db/index.ts';

export interface ListAsk {
  /** Null: all units (console). */
  unitIds: readonly string[] | null;
  day: Day;
  planYear: number;
  /** Part of a title; empty for all. */
  q: string;
  /** A form or topic; empty for all. */
  tag: string;
  status: string;
  /** Days of a window, both included; the whole plan year otherwise. */
  window?: { from: Day; to: Day };
  /** One host; empty for all. */
  hostId?: string;
  /** Without those registered by somebody. */
  notBy?: string;
}

function matching(db: Db, asked: ListAsk) {
  const { unitIds, day } = asked;
  let found = db.selectFrom('event').where('event.plan_year', '=', asked.planYear);
  if (unitIds !== null) {
    const hosted = db
      .selectFrom('event_host')
      .select('event_host.event_id')
      .where('event_host.unit_id', 'in', unitsBelow(db, unitIds, day));
    found = found.where('event.id', 'in', hosted);
  }
  if (asked.q !== '') found = found.where(contains('event.title', asked.q));
  const { window, hostId, notBy } = asked;
  if (notBy) found = found.where('event.registered_by', '!=', notBy);
  if (window) found = found.where('event.held_on', '>=', window.from).where('event.held_on', '<=', window.to);
  if (hostId) {
    const his = db
      .selectFrom('event_host')
      .select('event_host.event_id')
      .where('event_host.unit_id', '=', hostId);
    found = found.where('event.id', 'in', his);
  }
  if (asked.status !== '') found = found.where('event.status', '=', asked.status);
  if (asked.tag === '') return found;
  const tagged = db
    .selectFrom('event_tag')
    .select('event_tag.event_id')
    .where('event_tag.tag', '=', asked.tag);
  return found.where('event.id', 'in', tagged);
}

/** A page of events, the latest day first unless told, with how many people attended each. */
export function eventsPage(
  db: Db,
  asked: ListAsk & { direction: 'asc' | 'desc'; limit: number; offset: number },
) {
  return matching(db, asked)
    .select(['event.id', 'event.title', 'event.held_on', 'event.minutes', 'event.span', 'event.status'])
    .select(['event.place', 'event.lecturer', 'event.audience', 'event.head_count'])
    .select((event) =>
      event
        .selectFrom('attendance')
        .whereRef('attendance.event_id', '=', 'event.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('attendees'),
    )
    .orderBy('event.held_on', asked.direction)
    .orderBy('event.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function eventsCount(db: Db, asked: ListAsk) {
  return matching(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** How many events of some plan years wait to be verified by somebody who did not register them. */
export function eventsWaiting(
  db: Db,
  asked: { unitIds: readonly string[]; day: Day; planYears: readonly number[]; notBy: string },
) {
  return db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('event.plan_year', 'in', asked.planYears)
    .where('event.status', '=', 'registered')
    .where('event.registered_by', '!=', asked.notBy)
    .where('event.id', 'in', (hosts) =>
      hosts
        .selectFrom('event_host')
        .select('event_host.event_id')
        .where('event_host.unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day)),
    );
}

/** Units that host events of a plan year at or below some units, by name. */
export function hostsOfYear(db: Db, asked: Pick<ListAsk, 'unitIds' | 'day' | 'planYear'>) {
  const found = db
    .selectFrom('event_host')
    .innerJoin('event', 'event.id', 'event_host.event_id')
    .innerJoin('unit', 'unit.id', 'event_host.unit_id')
    .select(['unit.id', 'unit.name'])
    .distinct()
    .where('event.plan_year', '=', asked.planYear)
    .orderBy('unit.name');
  if (asked.unitIds === null) return found;
  return found.where('event_host.unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day));
}
