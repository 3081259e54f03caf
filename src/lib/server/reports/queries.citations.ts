import type { Db } from '../db/index.ts';

/** Hosts and plan year of an event. */
export function placeOfEvent(db: Db, eventId: string) {
  return db
    .selectFrom('event')
    .innerJoin('event_host', 'event_host.event_id', 'event.id')
    .where('event.id', '=', eventId)
    .select(['event.plan_year', 'event_host.unit_id'])
    .orderBy('event_host.unit_id');
}
