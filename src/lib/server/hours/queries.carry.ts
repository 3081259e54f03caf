import type { Db } from '../db/index.ts';

/** How far the surplus of a plan year was carried on; undefined before it began. */
export function carryRun(db: Db, planYear: number) {
  return db.selectFrom('carry_run').selectAll().where('plan_year', '=', planYear);
}

export function keepCarryRun(
  db: Db,
  row: { planYear: number; afterPersonId: string; doneAt: string | null },
) {
  const state = { after_person_id: row.afterPersonId, done_at: row.doneAt };
  return db
    .insertInto('carry_run')
    .values({ plan_year: row.planYear, ...state })
    .onConflict((conflict) => conflict.column('plan_year').doUpdateSet(state));
}

/** The next persons with entries in a plan year, by id. */
export function personsWithEntries(
  db: Db,
  asked: { planYear: number; afterPersonId: string; limit: number },
) {
  return db
    .selectFrom('hour_entry')
    .select('person_id')
    .distinct()
    .where('plan_year', '=', asked.planYear)
    .where('person_id', '>', asked.afterPersonId)
    .orderBy('person_id')
    .limit(asked.limit);
}
