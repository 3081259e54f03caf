import type { Db } from '../db/index.ts';

/** Published questions of the pool `exam` in their published version: no text, no key. */
export function examPool(db: Db) {
  return db
    .selectFrom('question')
    .innerJoin('question_version', 'question_version.question_id', 'question.id')
    .where('question.pool', '=', 'exam')
    .where('question.status', '=', 'published')
    .where('question_version.status', '=', 'published')
    .select([
      'question.id as question_id',
      'question_version.id as version_id',
      'question_version.type',
      'question.topic_id',
      'question_version.difficulty',
    ]);
}

export function topics(db: Db) {
  return db.selectFrom('topic').select(['id', 'name']).orderBy('name');
}
