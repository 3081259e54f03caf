import type { Insertable, Updateable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { contains, unitLabel, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertClaim(db: Db, row: Insertable<Tables['claim']>) {
  return db.insertInto('claim').values(row);
}

export function claimById(db: Db, id: string) {
  return db
    .selectFrom('claim')
    .innerJoin('file', 'file.id', 'claim.file_id')
    .selectAll('claim')
    .select('file.name as file_name')
    .where('claim.id', '=', id);
}

/** Changes a claim in one state; numUpdatedRows is 0 for one in another. */
export function moveClaim(db: Db, asked: { id: string; from: string; change: Updateable<Tables['claim']> }) {
  return db
    .updateTable('claim')
    .set(asked.change)
    .where('id', '=', asked.id)
    .where('status', '=', asked.from);
}

/** A person's claims, the latest first. */
export function claimsOf(db: Db, { personId, limit }: { personId: string; limit: number }) {
  return db
    .selectFrom('claim')
    .innerJoin('file', 'file.id', 'claim.file_id')
    .selectAll('claim')
    .select('file.name as file_name')
    .where('claim.person_id', '=', personId)
    .orderBy('claim.asked_at', 'desc')
    .orderBy('claim.id', 'desc')
    .limit(limit);
}

export interface ClaimsAsk {
  unitIds: readonly string[];
  day: Day;
  /** Part of a name, title or organiser; empty for all. */
  q: string;
  status: string;
  sort: 'askedAt' | 'heldOn' | 'name';
  direction: 'asc' | 'desc';
}

function matching(db: Db, { unitIds, day, q, status }: ClaimsAsk) {
  const below = unitsBelow(db, unitIds, day);
  let found = db
    .selectFrom('claim')
    .innerJoin('person', 'person.id', 'claim.person_id')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .where('post.is_principal', '=', 1)
    .where('post.valid_from', '<=', day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', day)]))
    .where((or) => or.or([or('post.home_unit_id', 'in', below), or('post.work_unit_id', 'in', below)]));
  if (status !== '') found = found.where('claim.status', '=', status);
  if (q === '') return found;
  return found.where((or) =>
    or.or([contains('person.name', q), contains('claim.title', q), contains('claim.organiser', q)]),
  );
}

/** How many claims of people within some units wait for somebody who is not their owner. */
export function claimsWaiting(db: Db, asked: Pick<ClaimsAsk, 'unitIds' | 'day'> & { notOf: string }) {
  return claimsCount(db, { ...asked, q: '', status: 'asked', sort: 'askedAt', direction: 'asc' }).where(
    'claim.person_id',
    '!=',
    asked.notOf,
  );
}

const SORTED_BY = { askedAt: 'claim.asked_at', heldOn: 'claim.held_on', name: 'person.name_key' } as const;

/** Claims of people whose principal post lies within some units, with name and unit. */
export function claimsPage(db: Db, asked: ClaimsAsk & { limit: number; offset: number }) {
  return matching(db, asked)
    .innerJoin('file', 'file.id', 'claim.file_id')
    .selectAll('claim')
    .select(['person.name as person_name', unitLabel.as('unit_name'), 'file.name as file_name'])
    .orderBy(SORTED_BY[asked.sort], asked.direction)
    .orderBy('claim.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function claimsCount(db: Db, asked: ClaimsAsk) {
  return matching(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** Events that a person attended on a day, whatever their state. */
export function attendedOn(db: Db, { personId, day }: { personId: string; day: Day }) {
  return db
    .selectFrom('attendance')
    .innerJoin('event', 'event.id', 'attendance.event_id')
    .select('event.title')
    .where('attendance.person_id', '=', personId)
    .where('event.held_on', '=', day)
    .orderBy('event.id');
}

/** Claims of a person for a day that are asked or approved. */
export function claimedOn(db: Db, { personId, day }: { personId: string; day: Day }) {
  return db
    .selectFrom('claim')
    .select(['id', 'title'])
    .where('person_id', '=', personId)
    .where('held_on', '=', day)
    .where('status', 'in', ['asked', 'approved'])
    .orderBy('id');
}

export function openClaims(db: Db, personId: string) {
  return db
    .selectFrom('claim')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('person_id', '=', personId)
    .where('status', '=', 'asked');
}
