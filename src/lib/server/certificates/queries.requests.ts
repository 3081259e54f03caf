import type { Insertable, Updateable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { unitLabel, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertRequest(db: Db, row: Insertable<Tables['certificate_request']>) {
  return db.insertInto('certificate_request').values(row);
}

export function requestById(db: Db, id: string) {
  return db.selectFrom('certificate_request').selectAll().where('id', '=', id);
}

/** A person's requests, the latest first. */
export function requestsOf(db: Db, personId: string) {
  return db
    .selectFrom('certificate_request')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20);
}

/** Closes a request that waits; updates nothing when it does not any more. */
export function closeRequest(
  db: Db,
  asked: { id: string; change: Updateable<Tables['certificate_request']> },
) {
  return db
    .updateTable('certificate_request')
    .set({ ...asked.change, open_key: null })
    .where('id', '=', asked.id)
    .where('status', '=', 'asked');
}

interface Within {
  unitIds: readonly string[];
  day: Day;
  /** Whose own requests wait for somebody else. */
  notOf: string;
}

function waiting(db: Db, { unitIds, day, notOf }: Within) {
  const below = unitsBelow(db, unitIds, day);
  return db
    .selectFrom('certificate_request as request')
    .innerJoin('person', 'person.id', 'request.person_id')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .where('request.status', '=', 'asked')
    .where('request.person_id', '!=', notOf)
    .where('post.is_principal', '=', 1)
    .where('post.valid_from', '<=', day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', day)]))
    .where((or) => or.or([or('post.home_unit_id', 'in', below), or('post.work_unit_id', 'in', below)]));
}

/** Requests of people within some units that wait, the longest waiting first. */
export function waitingRequests(db: Db, asked: Within & { limit: number }) {
  return waiting(db, asked)
    .selectAll('request')
    .select(['person.name as person_name', unitLabel.as('unit_name')])
    .orderBy('request.asked_at')
    .orderBy('request.id')
    .limit(asked.limit);
}

export function countWaiting(db: Db, asked: Within) {
  return waiting(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}
