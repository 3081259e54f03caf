import type { Db } from '../db/index.ts';
import type { PracticeTables } from '../db/schema/practice.ts';

type CardRow = PracticeTables['practice_card'];
type MistakeRow = PracticeTables['practice_mistake'];

export function cardsOfQuestions(db: Db, personId: string, questionIds: readonly string[]) {
  return db
    .selectFrom('practice_card')
    .selectAll()
    .where('person_id', '=', personId)
    .where('question_id', 'in', questionIds);
}

/**
 * Questions of the pool that a person is to repeat on a day, with the version asked today and whom it is for. A card
 * is due by its day, or because the question was changed.
 */
export function dueQuestions(db: Db, asked: { personId: string; day: string; limit: number }) {
  return db
    .selectFrom('practice_card as card')
    .innerJoin('question', 'question.id', 'card.question_id')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .where('card.person_id', '=', asked.personId)
    .where('question.pool', '=', 'practice')
    .where('question.status', '=', 'published')
    .where('version.status', '=', 'published')
    .where((or) =>
      or.or([or('question.valid_until', 'is', null), or('question.valid_until', '>=', asked.day)]),
    )
    .where((or) =>
      or.or([or('card.due_on', '<=', asked.day), or('card.version_id', '!=', or.ref('version.id'))]),
    )
    .select(['question.id as question_id', 'version.id as version_id', 'question.audience'])
    .orderBy('card.due_on')
    .limit(asked.limit);
}

export function saveCard(db: Db, row: CardRow) {
  const { id: _id, person_id: _person, question_id: _question, ...change } = row;
  return db
    .insertInto('practice_card')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'question_id']).doUpdateSet(change));
}

export function mistakesOf(db: Db, personId: string) {
  return db.selectFrom('practice_mistake').selectAll().where('person_id', '=', personId);
}

export function mistakesOfQuestions(db: Db, personId: string, questionIds: readonly string[]) {
  return db
    .selectFrom('practice_mistake')
    .selectAll()
    .where('person_id', '=', personId)
    .where('question_id', 'in', questionIds);
}

export function saveMistake(db: Db, row: MistakeRow) {
  const { id: _id, person_id: _person, question_id: _question, ...change } = row;
  return db
    .insertInto('practice_mistake')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'question_id']).doUpdateSet(change));
}

/** Names of topics, for lists by topic. */
export function topicNames(db: Db) {
  return db.selectFrom('topic').select(['id', 'name']).orderBy('name');
}

/** The version of each question that is asked today, where it is still published. */
export function versionsToday(db: Db, asked: { questionIds: readonly string[]; day: string }) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .where('question.id', 'in', asked.questionIds)
    .where('question.status', '=', 'published')
    .where('version.status', '=', 'published')
    .where((or) =>
      or.or([or('question.valid_until', 'is', null), or('question.valid_until', '>=', asked.day)]),
    )
    .select(['question.id as question_id', 'version.id as version_id', 'question.topic_id', 'version.type']);
}

export function questionsOfVersions(db: Db, versionIds: readonly string[]) {
  return db
    .selectFrom('question_version')
    .select(['id as version_id', 'question_id'])
    .where('id', 'in', versionIds);
}
