import type { Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

/** Persons with a post, today or ever, in a unit or below it as the tree is recorded; each once, in no order. */
export function personsUnder(db: Db, unitId: string) {
  return db
    .selectFrom('unit_closure')
    .innerJoin('post', (join) =>
      join.on((or) =>
        or.or([
          or('post.home_unit_id', '=', or.ref('unit_closure.unit_id')),
          or('post.work_unit_id', '=', or.ref('unit_closure.unit_id')),
        ]),
      ),
    )
    .where('unit_closure.ancestor_id', '=', unitId)
    .select('post.person_id')
    .distinct();
}

/** Ids of all of them; runs away from the answering thread. */
export async function personIdsUnder(db: Db, unitId: string): Promise<string[]> {
  return (await personsUnder(db, unitId).execute()).map((one) => one.person_id);
}

export function oweFollowing(db: Db, row: Insertable<Tables['follow_owed']>) {
  return db.insertInto('follow_owed').values(row);
}

/** Every unit whose people are still to be followed, the oldest first. */
export function followingsOwed(db: Db) {
  return db.selectFrom('follow_owed').selectAll().orderBy('id');
}

export function setFollowedTo(db: Db, { id, doneTo }: { id: string; doneTo: string }) {
  return db.updateTable('follow_owed').set({ done_to: doneTo }).where('id', '=', id);
}

export function dropFollowing(db: Db, id: string) {
  return db.deleteFrom('follow_owed').where('id', '=', id);
}
