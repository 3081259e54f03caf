import type { Insertable } from 'kysely';
import { personsUnder, type Db, type Tables } from '../db/index.ts';
import { personsOfClass } from './queries.people.ts';

/** Whom a recount concerns: a unit with all below it, or a class on a day. */
export type Concerned = { unitId: string } | { classCode: string; day: string };

/** At most so many of the persons concerned, each once, in no order. */
export function someConcerned(db: Db, asked: Concerned, most: number) {
  if ('unitId' in asked) return personsUnder(db, asked.unitId).limit(most);
  return personsOfClass(db, asked).clearOrderBy().limit(most);
}

/** Ids of all persons concerned; runs away from the answering thread. */
export async function concernedIds(db: Db, asked: Concerned): Promise<string[]> {
  const all = 'unitId' in asked ? personsUnder(db, asked.unitId) : personsOfClass(db, asked);
  return (await all.execute()).map((one) => one.person_id);
}

export function oweRecount(db: Db, row: Insertable<Tables['recount_owed']>) {
  return db.insertInto('recount_owed').values(row);
}

/** Every recount that is owed, the oldest first. */
export function recountsOwed(db: Db) {
  return db.selectFrom('recount_owed').selectAll().orderBy('id');
}

/** How many recounts are owed, and how many units whose people plans have yet to follow. */
export function countOwed(db: Db) {
  const recounts = db.selectFrom('recount_owed').select('id');
  const followings = db.selectFrom('follow_owed').select('id');
  return db
    .selectFrom(recounts.unionAll(followings).as('owed'))
    .select((of) => of.fn.countAll<number>().as('owed'));
}

/** A recount that is owed in a plan year. */
export function owedIn(db: Db, planYear: number) {
  return db
    .selectFrom('recount_owed')
    .select('id')
    .where((or) => or.or([or('plan_year', '=', planYear), or('plan_year', 'is', null)]))
    .limit(1);
}

export function setDoneTo(db: Db, { id, doneTo }: { id: string; doneTo: string }) {
  return db.updateTable('recount_owed').set({ done_to: doneTo }).where('id', '=', id);
}

export function dropOwed(db: Db, id: string) {
  return db.deleteFrom('recount_owed').where('id', '=', id);
}
