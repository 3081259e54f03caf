import type { Pool, QuestionType } from '#lib/domain/bank/question.ts';
import type { Db } from '../db/index.ts';

/** Published questions with the version that is drawn today. */
function published(db: Db) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .where('question.status', '=', 'published')
    .where('version.status', '=', 'published');
}

export interface CandidateFilter {
  pool: Pool;
  topicId?: string;
  type?: QuestionType;
  /** Leaves out questions whose last day lies before. */
  day?: string;
}

/** What a draw chooses from: no text, no key. */
export function candidates(db: Db, { pool, topicId, type, day }: CandidateFilter) {
  return published(db)
    .select([
      'question.id as question_id',
      'version.id as version_id',
      'version.type',
      'question.topic_id',
      'version.difficulty',
      'question.audience',
    ])
    .where('question.pool', '=', pool)
    .$if(topicId !== undefined, (query) => query.where('question.topic_id', '=', topicId ?? ''))
    .$if(type !== undefined, (query) => query.where('version.type', '=', type ?? ''))
    .$if(day !== undefined, (query) =>
      query.where((or) =>
        or.or([or('question.valid_until', 'is', null), or('question.valid_until', '>=', day ?? '')]),
      ),
    )
    .orderBy('question.code');
}

export function versionsById(db: Db, ids: readonly string[]) {
  return db.selectFrom('question_version').selectAll().where('id', 'in', ids);
}

export function lawsOfVersions(db: Db, versionIds: readonly string[]) {
  return db
    .selectFrom('question_law')
    .selectAll()
    .where('question_version_id', 'in', versionIds)
    .orderBy('question_version_id')
    .orderBy('ordinal');
}

/** Titles of the laws that the questions of a pool cite, a row each version and law. */
export function lawsOfPool(db: Db, pool: Pool) {
  return published(db)
    .innerJoin('question_law', 'question_law.question_version_id', 'version.id')
    .where('question.pool', '=', pool)
    .select(['version.id as version_id', 'question_law.statute_title'])
    .orderBy('version.id')
    .orderBy('question_law.ordinal');
}

/** Published versions of questions of the pool `check`. */
export function checkVersions(db: Db, questionIds: readonly string[]) {
  return published(db)
    .selectAll('version')
    .where('question.pool', '=', 'check')
    .where('question.id', 'in', questionIds)
    .orderBy('question.code');
}

export function checkChoices(db: Db) {
  return published(db)
    .select(['question.id', 'question.code', 'topic.name as topic', 'version.type', 'version.stem'])
    .where('question.pool', '=', 'check')
    .orderBy('question.code');
}
