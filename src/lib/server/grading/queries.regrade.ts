import type { Db } from '../db/index.ts';
import type { GradingTables } from '../db/schema/grading.ts';

type RegradeTable = GradingTables['regrade'];
type AmendmentTable = GradingTables['amendment'];

export function insertRegrade(db: Db, row: RegradeTable) {
  return db.insertInto('regrade').values(row);
}

export function regradeById(db: Db, id: string) {
  return db.selectFrom('regrade').selectAll().where('id', '=', id);
}

/** Rescoring that is under way, or ended so lately that an attempt closing beside it may have been missed. */
export function unsettled(db: Db, since: string) {
  return db
    .selectFrom('regrade')
    .selectAll()
    .where((or) => or.or([or('done_at', 'is', null), or('done_at', '>=', since)]))
    .orderBy('committed_at')
    .orderBy('id');
}

/** Calls a regrade done; updates nothing when another process has. */
export function finishRegrade(db: Db, id: string, now: string) {
  return db
    .updateTable('regrade')
    .set({ done_at: now, exam_in_hand: null })
    .where('id', '=', id)
    .where('done_at', 'is', null);
}

export function amendmentOf(db: Db, key: { examId: string; versionId: string }) {
  return db
    .selectFrom('amendment')
    .selectAll()
    .where('exam_id', '=', key.examId)
    .where('question_version_id', '=', key.versionId);
}

/** What counts from now on for a question in an exam. */
export function upsertAmendment(db: Db, row: AmendmentTable) {
  return db
    .insertInto('amendment')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['exam_id', 'question_version_id']).doUpdateSet((set) => ({
        answer_key: set.ref('excluded.answer_key'),
        points_hundredths: set.ref('excluded.points_hundredths'),
        is_void: set.ref('excluded.is_void'),
        explaining_version_id: set.ref('excluded.explaining_version_id'),
        regrade_id: set.ref('excluded.regrade_id'),
      })),
    );
}

/** Notes attempts as looked at; one that is noted already stays as it is. */
export function insertLines(db: Db, rows: GradingTables['regrade_line'][]) {
  return db
    .insertInto('regrade_line')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['regrade_id', 'attempt_id']).doNothing());
}

/** Regrades that changed an attempt's score, the first first. */
export function regradesOfAttempt(db: Db, attemptId: string) {
  return db
    .selectFrom('regrade_line as line')
    .innerJoin('regrade', 'regrade.id', 'line.regrade_id')
    .where('line.attempt_id', '=', attemptId)
    .whereRef('line.before_hundredths', '!=', 'line.after_hundredths')
    .select(['regrade.committed_at', 'regrade.reason', 'line.before_hundredths', 'line.after_hundredths'])
    .orderBy('regrade.committed_at')
    .orderBy('regrade.id');
}

/** Regrades of an exam with their question and how far they are, the latest first. */
export function regradesOfExam(db: Db, examId: string) {
  return db
    .selectFrom('regrade')
    .innerJoin('question_version as version', 'version.id', 'regrade.question_version_id')
    .innerJoin('question', 'question.id', 'version.question_id')
    .leftJoin('person', 'person.id', 'regrade.committed_by')
    .where('regrade.exam_id', '=', examId)
    .select(['regrade.id', 'regrade.kind', 'regrade.reason', 'regrade.committed_at', 'regrade.done_at'])
    .select(['question.code', 'version.stem', 'person.name as committed_by_name'])
    .select((of) => [
      of
        .selectFrom('regrade_line as line')
        .whereRef('line.regrade_id', '=', 'regrade.id')
        .select((count) => count.fn.countAll<number>().as('met'))
        .as('met'),
      of
        .selectFrom('regrade_line as line')
        .whereRef('line.regrade_id', '=', 'regrade.id')
        .whereRef('line.before_hundredths', '!=', 'line.after_hundredths')
        .select((count) => count.fn.countAll<number>().as('changed'))
        .as('changed'),
    ])
    .orderBy('regrade.committed_at', 'desc')
    .orderBy('regrade.id', 'desc');
}

/** A version with its place in the bank and the bank's version of today. */
export function versionInBank(db: Db, versionId: string) {
  return db
    .selectFrom('question_version as version')
    .innerJoin('question', 'question.id', 'version.question_id')
    .innerJoin('question_version as current', (join) =>
      join.onRef('current.question_id', '=', 'question.id').on('current.status', '=', 'published'),
    )
    .where('version.id', '=', versionId)
    .select(['question.id', 'question.code', 'version.version', 'current.id as current_id'])
    .select(['current.version as current_version', 'current.answer_key as current_key']);
}

/** True when the version stands on a sheet of the exam. */
export function oneSheetWith(db: Db, key: { examId: string; versionId: string }) {
  return db
    .selectFrom('attempt_item as item')
    .innerJoin('attempt', 'attempt.id', 'item.attempt_id')
    .where('attempt.exam_id', '=', key.examId)
    .where('item.question_version_id', '=', key.versionId)
    .select('item.attempt_id')
    .limit(1);
}
