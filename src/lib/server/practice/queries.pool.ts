import type { Db } from '../db/index.ts';

/** What of the pool a person may be asked on a day. */
export interface PoolAsk {
  personId: string;
  day: string;
  /** Audiences as they are written that take the person in. */
  audiences: readonly string[];
  topicId: string | null;
  /** Titles of a law as they are cited; null: whatever is cited. */
  titles: readonly string[] | null;
}

/** Published questions of the pool that are within their days. */
function published(db: Db, day: string) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .where('question.pool', '=', 'practice')
    .where('question.status', '=', 'published')
    .where('version.status', '=', 'published')
    .where((or) => or.or([or('question.valid_until', 'is', null), or('question.valid_until', '>=', day)]));
}

/** Audiences of the pool as they are written, each once. */
export function audiencesOfPool(db: Db, day: string) {
  return published(db, day).select('question.audience').distinct();
}

/** Titles that questions cite, each once. */
export function citedTitles(db: Db) {
  return db.selectFrom('question_law').select('statute_title').distinct();
}

/** Ids of the questions that a person may be asked, with the version asked today. */
function askable(db: Db, { day, audiences, topicId, titles }: PoolAsk) {
  return published(db, day)
    .where('question.audience', 'in', audiences)
    .$if(topicId !== null, (query) => query.where('question.topic_id', '=', topicId ?? ''))
    .$if(titles !== null, (query) =>
      // Not by `exists`: SQLite would go through a law's citations once a question.
      query.where('version.id', 'in', (law) =>
        law
          .selectFrom('question_law')
          .select('question_version_id')
          .where('statute_title', 'in', titles ?? []),
      ),
    )
    .select(['question.id as question_id', 'version.id as version_id']);
}

/** Those that he was never asked, in the order of their ids. */
export function freshQuestions(db: Db, asked: PoolAsk) {
  return askable(db, asked)
    .where((of) => {
      const card = of
        .selectFrom('practice_card as card')
        .select('card.id')
        .whereRef('card.question_id', '=', 'question.id')
        .where('card.person_id', '=', asked.personId);
      return of.not(of.exists(card));
    })
    .orderBy('question.id');
}

/**
 * Those that he was asked before and is to repeat on the day, because it has come or the question was changed, or those
 * that come later; the longest overdue first.
 */
export function knownQuestions(
  db: Db,
  { isDue, limit, offset, ...asked }: PoolAsk & { isDue: boolean; limit: number; offset: number },
) {
  return askable(db, asked)
    .innerJoin('practice_card as card', 'card.question_id', 'question.id')
    .where('card.person_id', '=', asked.personId)
    .where((of) => {
      const due = of.or([
        of('card.due_on', '<=', asked.day),
        of('card.version_id', '!=', of.ref('version.id')),
      ]);
      return isDue ? due : of.not(due);
    })
    .orderBy('card.due_on')
    .orderBy('question.id')
    .limit(limit)
    .offset(offset);
}
