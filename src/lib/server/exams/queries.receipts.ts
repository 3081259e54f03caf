import type { Db } from '../db/index.ts';
import type { ExamsTables } from '../db/schema/exams.ts';

export function insertReceipt(db: Db, row: ExamsTables['receipt']) {
  return db.insertInto('receipt').values(row);
}

export function receiptOf(db: Db, attemptId: string) {
  return db.selectFrom('receipt').selectAll().where('attempt_id', '=', attemptId);
}

/** A receipt by its number, with the exam that it belongs to. */
export function receiptByNumber(db: Db, number: string) {
  return db
    .selectFrom('receipt')
    .innerJoin('attempt', 'attempt.id', 'receipt.attempt_id')
    .innerJoin('exam', 'exam.id', 'attempt.exam_id')
    .where('receipt.number', '=', number)
    .selectAll('receipt')
    .select(['exam.title', 'attempt.status']);
}
