import type { VersionStatus } from '#lib/domain/courses/version.ts';
import type { Db, Tables } from '../db/index.ts';

type Row = Tables['lesson_version'];

export function insertVersion(db: Db, row: Row) {
  return db.insertInto('lesson_version').values(row);
}

/** Changes a draft that is still as it was seen; a published version is never touched. */
export function updateDraft(db: Db, { id, seenAt }: { id: string; seenAt: string }, row: Partial<Row>) {
  return db
    .updateTable('lesson_version')
    .set(row)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where('edited_at', '=', seenAt);
}

/** The published version of a lesson gives way to the next. */
export function supersede(db: Db, lessonId: string) {
  return db
    .updateTable('lesson_version')
    .set({ status: 'superseded' })
    .where('lesson_id', '=', lessonId)
    .where('status', '=', 'published');
}

export function versionById(db: Db, id: string) {
  return db.selectFrom('lesson_version').selectAll().where('id', '=', id);
}

/** A version without its text. */
export function measuresById(db: Db, id: string) {
  return db
    .selectFrom('lesson_version')
    .select(['title', 'paragraphs', 'minimum_seconds', 'study_minutes', 'credit_hundredths'])
    .select(['check_size', 'pass_percent'])
    .where('id', '=', id);
}

/** The lesson's one version of this status; of superseded ones the last. */
export function versionOfStatus(db: Db, lessonId: string, status: VersionStatus) {
  return db
    .selectFrom('lesson_version')
    .selectAll()
    .where('lesson_id', '=', lessonId)
    .where('status', '=', status)
    .orderBy('version', 'desc')
    .limit(1);
}

export function lastVersionNumber(db: Db, lessonId: string) {
  return db
    .selectFrom('lesson_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('lesson_id', '=', lessonId);
}

export function lawsOf(db: Db, versionId: string) {
  return db
    .selectFrom('lesson_law')
    .select(['statute_title', 'article_number', 'effective_on'])
    .where('lesson_version_id', '=', versionId)
    .orderBy('ordinal');
}

export function deleteLaws(db: Db, versionId: string) {
  return db.deleteFrom('lesson_law').where('lesson_version_id', '=', versionId);
}

export function insertLaws(db: Db, rows: Tables['lesson_law'][]) {
  return db.insertInto('lesson_law').values(rows);
}

export function questionIdsOf(db: Db, versionId: string) {
  return db
    .selectFrom('lesson_question')
    .select('question_id')
    .where('lesson_version_id', '=', versionId)
    .orderBy('question_id');
}

export function deleteQuestions(db: Db, versionId: string) {
  return db.deleteFrom('lesson_question').where('lesson_version_id', '=', versionId);
}

export function insertQuestions(db: Db, rows: Tables['lesson_question'][]) {
  return db.insertInto('lesson_question').values(rows);
}

/** A lesson's versions, newest first, with the names of those who proposed, confirmed and published them. */
export function historyOf(db: Db, lessonId: string) {
  return db
    .selectFrom('lesson_version')
    .leftJoin('person as proposer', 'proposer.id', 'lesson_version.proposed_by')
    .leftJoin('person as confirmer', 'confirmer.id', 'lesson_version.confirmed_by')
    .leftJoin('person as publisher', 'publisher.id', 'lesson_version.published_by')
    .select([
      'lesson_version.id',
      'lesson_version.version',
      'lesson_version.status',
      'lesson_version.title',
      'lesson_version.study_minutes',
      'lesson_version.published_at',
      'proposer.name as proposer_name',
      'confirmer.name as confirmer_name',
      'publisher.name as publisher_name',
    ])
    .where('lesson_version.lesson_id', '=', lessonId)
    .orderBy('lesson_version.version', 'desc');
}
