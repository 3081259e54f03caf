import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely';
import { contains, unitsBelow, type Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

export function examById(db: Db, id: string) {
  return db
    .selectFrom('exam')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .where('exam.id', '=', id)
    .selectAll('exam')
    .select(['sitting.id as sitting_id', 'sitting.opens_at', 'sitting.closes_at']);
}

export interface BelowAsk {
  unitIds: readonly string[];
  day: string;
  search: string;
}

/** Exams of the units below the given ones, and published ones of units above, whose title holds the search text. */
function below(db: Db, asked: BelowAsk) {
  const isOpen = sql<SqlBool>`(valid_to is null or valid_to >= ${asked.day}) and valid_from <= ${asked.day}`;
  const upper = db
    .selectFrom('unit_closure')
    .select('unit_closure.ancestor_id')
    .where('unit_id', 'in', asked.unitIds)
    .where(isOpen);
  return db
    .selectFrom('exam')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .innerJoin('unit', 'unit.id', 'exam.unit_id')
    .where(contains('exam.title', asked.search))
    .where((of) =>
      of.or([
        of('exam.unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day)),
        of.and([of('exam.status', '!=', 'draft'), of('exam.unit_id', 'in', upper)]),
      ]),
    );
}

/** One page of them, the latest window first. */
export function examsBelow(db: Db, asked: BelowAsk & { offset: number; limit: number }) {
  return below(db, asked)
    .select(['exam.id', 'exam.title', 'exam.plan_year', 'exam.status', 'unit.name as unit_name'])
    .select(['sitting.opens_at', 'sitting.closes_at'])
    .orderBy('sitting.opens_at', 'desc')
    .orderBy('exam.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countBelow(db: Db, asked: BelowAsk) {
  return below(db, asked).select((with_) => with_.fn.countAll<number>().as('count'));
}

export function insertExam(db: Db, row: Insertable<ExamsTables['exam']>) {
  return db.insertInto('exam').values(row);
}

export function insertSitting(db: Db, row: Insertable<ExamsTables['sitting']>) {
  return db.insertInto('sitting').values(row);
}

/** Make-up of an exam; inserts nothing when there is one. */
export function insertMakeup(db: Db, row: Insertable<ExamsTables['sitting']>) {
  return db
    .insertInto('sitting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['exam_id', 'kind']).doNothing());
}

/** Changes a make-up that has not opened; updates nothing when it has, or there is none. */
export function changeMakeup(
  db: Db,
  examId: string,
  change: { terms: Updateable<ExamsTables['sitting']>; now: string },
) {
  return db
    .updateTable('sitting')
    .set(change.terms)
    .where('exam_id', '=', examId)
    .where('kind', '=', 'makeup')
    .where('opens_at', '>', change.now);
}

/** Moves the end of a window on; updates nothing when it lies there or later already. */
export function moveEnd(
  db: Db,
  examId: string,
  to: { kind: ExamsTables['sitting']['kind']; closesAt: string },
) {
  return db
    .updateTable('sitting')
    .set({ closes_at: to.closesAt })
    .where('exam_id', '=', examId)
    .where('kind', '=', to.kind)
    .where('closes_at', '<', to.closesAt);
}

/** Any attempt of an exam that is over. */
export function endedAttempt(db: Db, examId: string) {
  return db
    .selectFrom('attempt')
    .select('id')
    .where('exam_id', '=', examId)
    .where('status', '!=', 'open')
    .limit(1);
}

/** Whether a sitting still stands, and when it ends. */
export function sittingStands(db: Db, sittingId: string) {
  return db
    .selectFrom('sitting')
    .innerJoin('exam', 'exam.id', 'sitting.exam_id')
    .where('sitting.id', '=', sittingId)
    .select(['exam.status', 'sitting.closes_at']);
}

/** Sittings of an exam, the main one first. */
export function sittingsOf(db: Db, examId: string) {
  return db.selectFrom('sitting').selectAll().where('exam_id', '=', examId).orderBy('kind');
}

/** Changes a draft; updates nothing when it is published. */
export function changeDraft(db: Db, id: string, terms: Updateable<ExamsTables['exam']>) {
  return db.updateTable('exam').set(terms).where('id', '=', id).where('status', '=', 'draft');
}

/** Window of a draft's main sitting. */
export function setWindow(db: Db, examId: string, window: { opens_at: string; closes_at: string }) {
  return db.updateTable('sitting').set(window).where('exam_id', '=', examId).where('kind', '=', 'main');
}

export function clearAudience(db: Db, examId: string) {
  return db.deleteFrom('exam_audience').where('exam_id', '=', examId);
}

export function insertAudience(db: Db, rows: ExamsTables['exam_audience'][]) {
  return db.insertInto('exam_audience').values(rows);
}

/** Whom an exam calls, with the names of units and selections. */
export function audienceOf(db: Db, examId: string) {
  return db
    .selectFrom('exam_audience as audience')
    .leftJoin('unit', (join) => join.onRef('unit.id', '=', 'audience.ref').on('audience.kind', '=', 'unit'))
    .leftJoin('selection', (join) =>
      join.onRef('selection.id', '=', 'audience.ref').on('audience.kind', '=', 'selection'),
    )
    .where('audience.exam_id', '=', examId)
    .select(['audience.kind', 'audience.ref', 'unit.name as unit_name'])
    .select('selection.name as selection_name')
    .orderBy('audience.kind')
    .orderBy('audience.ref');
}

/** Cancels an exam; updates nothing when it is cancelled already. */
export function cancelExam(db: Db, id: string, how: { now: string; reason: string }) {
  return db
    .updateTable('exam')
    .set({ status: 'cancelled', cancelled_at: how.now, cancelled_reason: how.reason })
    .where('id', '=', id)
    .where('status', '!=', 'cancelled');
}

/** Publishes a draft; updates nothing when it is published already. */
export function publishExam(db: Db, id: string, now: string) {
  return db
    .updateTable('exam')
    .set({ status: 'published', published_at: now })
    .where('id', '=', id)
    .where('status', '=', 'draft');
}

export function insertPaper(db: Db, row: ExamsTables['exam_paper']) {
  return db.insertInto('exam_paper').values(row);
}

export function paperOf(db: Db, examId: string) {
  return db.selectFrom('exam_paper').select('content').where('exam_id', '=', examId);
}

/** The frozen paper with how it marks 多选. */
export function paperTermsOf(db: Db, examId: string) {
  return db.selectFrom('exam_paper').select(['content', 'half_for_subset']).where('exam_id', '=', examId);
}

/** End of the last window of an exam, how many still sit, and what is shown then. */
export function releaseFacts(db: Db, examId: string) {
  return db
    .selectFrom('sitting')
    .innerJoin('exam', 'exam.id', 'sitting.exam_id')
    .where('sitting.exam_id', '=', examId)
    .groupBy('exam.release_policy')
    .select('exam.release_policy')
    .select((with_) => [
      with_.fn.max('sitting.closes_at').as('last_closes'),
      with_
        .selectFrom('attempt')
        .where('attempt.exam_id', '=', examId)
        .where('attempt.status', '=', 'open')
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('open_attempts'),
    ]);
}
