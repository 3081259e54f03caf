import type { Insertable, Updateable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

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
