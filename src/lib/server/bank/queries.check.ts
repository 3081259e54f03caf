import type { Db } from '../db/index.ts';

/** Every imported version of every law, by its plain title. */
export function lawVersions(db: Db) {
  return db
    .selectFrom('statute')
    .select(['plain_title', 'version_on', 'effective_on'])
    .orderBy('plain_title')
    .orderBy('version_on');
}

/** Every question that is drawn today, with the version that is drawn. */
export function everyPublished(db: Db) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .where('question.status', '=', 'published')
    .where('version.status', '=', 'published')
    .select(['question.id', 'question.code', 'question.pool', 'version.id as version_id'])
    .orderBy('question.code');
}
