import { sql, type Insertable } from 'kysely';
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

export interface BelowAsk {
  unitIds: readonly string[];
  day: string;
  search: string;
}

/** Exams of the units below the given ones whose title holds the search text. */
function below(db: Db, asked: BelowAsk) {
  return db
    .selectFrom('exam')
    .innerJoin('sitting', (join) =>
      join.onRef('sitting.exam_id', '=', 'exam.id').on('sitting.kind', '=', 'main'),
    )
    .innerJoin('unit', 'unit.id', 'exam.unit_id')
    .where((like) => sql<boolean>`lower(${like.ref('exam.title')}) like lower(${`%${asked.search}%`})`)
    .where('exam.unit_id', 'in', (closure) =>
      closure
        .selectFrom('unit_closure')
        .select('unit_closure.unit_id')
        .where('ancestor_id', 'in', asked.unitIds)
        .where('valid_from', '<=', asked.day)
        .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)])),
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
