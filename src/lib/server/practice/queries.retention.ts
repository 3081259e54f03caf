import type { Db } from '../db/index.ts';

interface Old {
  before: string;
  limit: number;
}

/** Sets and mock exams begun before a moment. */
export function oldRuns(db: Db, { before, limit }: Old) {
  return db
    .selectFrom('practice_run')
    .select('id')
    .where('started_at', '<', before)
    .orderBy('started_at')
    .limit(limit);
}

export function deleteItems(db: Db, runIds: readonly string[]) {
  return db.deleteFrom('practice_item').where('run_id', 'in', runIds);
}

export function deleteRuns(db: Db, ids: readonly string[]) {
  return db.deleteFrom('practice_run').where('id', 'in', ids);
}

/** Cards whose question was last answered before a day. */
export function oldCards(db: Db, { before, limit }: Old) {
  return db
    .selectFrom('practice_card')
    .select('id')
    .where('reviewed_on', '<', before)
    .orderBy('reviewed_on')
    .limit(limit);
}

export function deleteCards(db: Db, ids: readonly string[]) {
  return db.deleteFrom('practice_card').where('id', 'in', ids);
}

/** Lines of the book whose question was last answered before a moment. */
export function oldMistakes(db: Db, { before, limit }: Old) {
  return db
    .selectFrom('practice_mistake')
    .select('id')
    .where('answered_at', '<', before)
    .orderBy('answered_at')
    .limit(limit);
}

export function deleteMistakes(db: Db, ids: readonly string[]) {
  return db.deleteFrom('practice_mistake').where('id', 'in', ids);
}
