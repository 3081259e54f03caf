import type { Db } from '../db/index.ts';
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

/** Exams of the units below the given ones, the latest window first. */
export function examsBelow(db: Db, unitIds: string[], today: string) {
  return db
    .selectFrom('exam')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .innerJoin('unit', 'unit.id', 'exam.unit_id')
    .where('exam.unit_id', 'in', (below) =>
      below
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('ancestor_id', 'in', unitIds)
        .where('valid_from', '<=', today)
        .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', today)])),
    )
    .select(['exam.id', 'exam.title', 'exam.plan_year', 'exam.status', 'unit.name as unit_name'])
    .select(['sitting.opens_at', 'sitting.closes_at'])
    .orderBy('sitting.opens_at', 'desc')
    .orderBy('exam.id');
}

export function insertExam(db: Db, row: ExamsTables['exam']) {
  return db.insertInto('exam').values(row);
}

export function insertSitting(db: Db, row: ExamsTables['sitting']) {
  return db.insertInto('sitting').values(row);
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

/** End of the last window of an exam and how many still sit. */
export function releaseFacts(db: Db, examId: string) {
  return db
    .selectFrom('sitting')
    .where('sitting.exam_id', '=', examId)
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
