import type { Insertable, Updateable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { contains, unitLabel, unitsBelow, type Db, type Tables } from '../db/index.ts';

export function insertWaiver(db: Db, row: Insertable<Tables['waiver']>) {
  return db
    .insertInto('waiver')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());
}

export function waiverById(db: Db, id: string) {
  return db.selectFrom('waiver').selectAll().where('id', '=', id);
}

/** Approved releases of a person in a plan year. */
export function approvedWaivers(db: Db, asked: { personId: string; planYear: number }) {
  return db
    .selectFrom('waiver')
    .select(['requirement_id', 'released_hundredths'])
    .where('person_id', '=', asked.personId)
    .where('plan_year', '=', asked.planYear)
    .where('status', '=', 'approved')
    .orderBy('requirement_id');
}

/** Moves a waiver on if it still stands where it was seen; numUpdatedRows is 0 when another was first. */
export function moveWaiver(
  db: Db,
  asked: { id: string; from: readonly string[]; set: Updateable<Tables['waiver']> },
) {
  return db.updateTable('waiver').set(asked.set).where('id', '=', asked.id).where('status', 'in', asked.from);
}

export interface WaiversAsk {
  unitIds: readonly string[];
  day: Day;
  planYear: number;
  /** Part of a name. */
  q: string;
  /** Of one person; empty for all. */
  personId: string;
}

function within(db: Db, asked: WaiversAsk) {
  const all = withinUnits(db, asked).where('waiver.plan_year', '=', asked.planYear);
  const named = asked.q === '' ? all : all.where(contains('person.name', asked.q));
  return asked.personId === '' ? named : named.where('person.id', '=', asked.personId);
}

function withinUnits(db: Db, asked: Pick<WaiversAsk, 'unitIds' | 'day'>) {
  return db
    .selectFrom('waiver')
    .innerJoin('requirement', 'requirement.id', 'waiver.requirement_id')
    .innerJoin('person', 'person.id', 'waiver.person_id')
    .innerJoin('post', 'post.person_id', 'person.id')
    .innerJoin('unit', 'unit.id', 'post.home_unit_id')
    .where('post.is_principal', '=', 1)
    .where('post.valid_from', '<=', asked.day)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>=', asked.day)]))
    .where((or) =>
      or.or([
        or('post.home_unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day)),
        or('post.work_unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day)),
      ]),
    );
}

/** A page of releases, those still open first, then the latest. */
export function waiverPage(db: Db, asked: WaiversAsk & { limit: number; offset: number }) {
  return within(db, asked)
    .selectAll('waiver')
    .select(['person.name', unitLabel.as('unit_name')])
    .select(['requirement.class_code', 'requirement.target_hundredths'])
    .orderBy((row) => row.case().when('waiver.status', '=', 'asked').then(0).else(1).end())
    .orderBy('waiver.asked_at', 'desc')
    .orderBy('waiver.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countWaivers(db: Db, asked: WaiversAsk) {
  return within(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

/** Releases from a requirement that are asked or approved. */
export function liveWaivers(db: Db, requirementId: string) {
  return db
    .selectFrom('waiver')
    .selectAll()
    .where('requirement_id', '=', requirementId)
    .where('status', 'in', ['asked', 'approved'])
    .orderBy('id');
}

/** What was asked and not decided is asked of the requirement that follows. */
export function moveAsked(db: Db, asked: { from: string; to: string }) {
  return db
    .updateTable('waiver')
    .set({ requirement_id: asked.to })
    .where('requirement_id', '=', asked.from)
    .where('status', '=', 'asked');
}

/** How many releases of people within some units were asked by somebody else and wait, by plan year. */
export function waiversWaiting(db: Db, asked: Pick<WaiversAsk, 'unitIds' | 'day'> & { notBy: string }) {
  return withinUnits(db, asked)
    .where('waiver.status', '=', 'asked')
    .where('waiver.asked_by', '!=', asked.notBy)
    .select('waiver.plan_year')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .groupBy('waiver.plan_year')
    .orderBy('waiver.plan_year');
}
