import type { Db } from '../db/index.ts';

/** Plan years in which anybody was counted or an event was held, latest first. */
export function countedYears(db: Db) {
  return db
    .selectFrom('unit_counter')
    .select('plan_year')
    .union(db.selectFrom('event').select('plan_year'))
    .orderBy('plan_year', 'desc');
}
