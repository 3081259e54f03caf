import type { Insertable, Updateable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

/** Questions of these codes with their published version. */
export function questionsByCode(db: Db, codes: readonly string[]) {
  return withVersion(db).where('question.code', 'in', codes);
}

/** Questions whose published stem is one of these, whatever their code. */
export function questionsByStem(db: Db, stemKeys: readonly string[]) {
  return withVersion(db).where('version.stem_key', 'in', stemKeys);
}

function withVersion(db: Db) {
  return db
    .selectFrom('question')
    .innerJoin('question_version as version', 'version.question_id', 'question.id')
    .innerJoin('topic', 'topic.id', 'question.topic_id')
    .select([
      'question.id',
      'question.code',
      'question.pool',
      'question.audience',
      'question.source',
      'question.valid_until',
      'topic.name as topic',
      'version.id as version_id',
    ])
    .where('version.status', '=', 'published');
}

export function topicsNamed(db: Db, names: readonly string[]) {
  return db.selectFrom('topic').selectAll().where('name', 'in', names);
}

export function insertTopics(db: Db, rows: Insertable<Tables['topic']>[]) {
  return db.insertInto('topic').values(rows);
}

export function insertQuestions(db: Db, rows: Insertable<Tables['question']>[]) {
  return db.insertInto('question').values(rows);
}

export function updateQuestion(db: Db, id: string, changes: Updateable<Tables['question']>) {
  return db.updateTable('question').set(changes).where('id', '=', id);
}

export function insertVersions(db: Db, rows: Insertable<Tables['question_version']>[]) {
  return db.insertInto('question_version').values(rows);
}

/** What was drawn from until now stays as it is for those who met it; new draws take the next version. */
export function supersedeVersion(db: Db, id: string) {
  return db.updateTable('question_version').set({ status: 'superseded' }).where('id', '=', id);
}

export function insertLaws(db: Db, rows: Insertable<Tables['question_law']>[]) {
  return db.insertInto('question_law').values(rows);
}
