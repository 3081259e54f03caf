import type { Db } from '../db/index.ts';

/** The next posts that a batch brought in, with their people. */
export function postsOfBatch(db: Db, batchId: string, limit: number) {
  return db.selectFrom('post').select(['id', 'person_id']).where('batch_id', '=', batchId).limit(limit);
}

export function deleteClassesOf(db: Db, postIds: readonly string[]) {
  return db.deleteFrom('post_class').where('post_id', 'in', postIds);
}

export function deletePosts(db: Db, postIds: readonly string[]) {
  return db.deleteFrom('post').where('id', 'in', postIds);
}

export function deletePersons(db: Db, personIds: readonly string[]) {
  return db.deleteFrom('person').where('id', 'in', personIds);
}
