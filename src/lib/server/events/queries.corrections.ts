import type { Db, Tables } from '../db/index.ts';

export function insertCorrection(db: Db, row: Tables['event_correction']) {
  return db.insertInto('event_correction').values(row);
}

/** What was mended after verification, the latest first, with the person concerned. */
export function correctionsOf(db: Db, eventId: string) {
  return db
    .selectFrom('event_correction')
    .leftJoin('person', 'person.id', 'event_correction.person_id')
    .select(['event_correction.id', 'event_correction.kind', 'event_correction.reason'])
    .select(['event_correction.made_by', 'event_correction.made_at', 'person.name as person_name'])
    .where('event_correction.event_id', '=', eventId)
    .orderBy('event_correction.made_at', 'desc')
    .orderBy('event_correction.id', 'desc');
}
