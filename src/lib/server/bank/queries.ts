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

/** Published questions of a pool, or those of it that are of a topic, of a type or within their days. */
function found(db: Db, { pool, topicId, type, day }: CandidateFilter) {
  return published(db)
    .where('question.pool', '=', pool)
    .$if(topicId !== undefined, (query) => query.where('question.topic_id', '=', topicId ?? ''))
    .$if(type !== undefined, (query) => query.where('version.type', '=', type ?? ''))
    .$if(day !== undefined, (query) =>
      query.where((or) =>
        or.or([or('question.valid_until', 'is', null), or('question.valid_until', '>=', day ?? '')]),
      ),
    );
}

/** What a draw chooses from: no text, no key. */
export function candidates(db: Db, filter: CandidateFilter) {
  return found(db, filter)
    .select([
      'question.id as question_id',
      'version.id as version_id',
      'version.type',
      'question.topic_id',
      'version.difficulty',
      'question.audience',
    ])
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

/** Titles of the laws that questions of a pool cite, a row each version and law. */
export function lawsOfCandidates(db: Db, filter: CandidateFilter) {
  return found(db, filter)
    .innerJoin('question_law', 'question_law.question_version_id', 'version.id')
    .select(['version.id as version_id', 'question_law.statute_title'])
    .orderBy('version.id')
    .orderBy('question_law.ordinal');
}

/** Articles that questions of a pool cite, each once. */
export function articlesOfCandidates(db: Db, filter: CandidateFilter) {
  return found(db, filter)
    .innerJoin('question_law as law', 'law.question_version_id', 'version.id')
    .select(['law.statute_title', 'law.article_number', 'law.effective_on'])
    .distinct();
}

/** What questions of a pool cite of some laws, a row each version and article. */
export function candidatesCiting(db: Db, filter: CandidateFilter & { titles: readonly string[] }) {
  return found(db, filter)
    .innerJoin('question_law as law', 'law.question_version_id', 'version.id')
    .select(['law.question_version_id', 'law.statute_title', 'law.article_number', 'law.effective_on'])
    .where('law.statute_title', 'in', filter.titles);
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
