import type { Insertable } from 'kysely';
import { personsUnder, type Db, type Tables } from '../db/index.ts';

/** Ids of all persons with a post in a unit or below it; runs away from the answering thread. */
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
