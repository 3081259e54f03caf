import type { Db } from '../db/index.ts';

/** A portion of all attempts in the order of their ids, each with its exam's frozen paper (or null) and its receipt. */
export function attemptsAfter(db: Db, { after, limit }: { after: string; limit: number }) {
  return db
    .selectFrom('attempt')
    .leftJoin('exam_paper', 'exam_paper.exam_id', 'attempt.exam_id')
    .leftJoin('receipt', 'receipt.attempt_id', 'attempt.id')
    .where('attempt.id', '>', after)
    .select(['attempt.id', 'attempt.exam_id', 'attempt.seed', 'attempt.status'])
    .select(['exam_paper.exam_id as paper', 'receipt.number', 'receipt.ended_at', 'receipt.digest'])
    .select('receipt.signature')
    .orderBy('attempt.id')
    .limit(limit);
}

/** The items of many sheets as they were dealt. */
export function storedSheets(db: Db, attemptIds: readonly string[]) {
  return db
    .selectFrom('attempt_item')
    .selectAll()
    .where('attempt_id', 'in', attemptIds)
    .orderBy('attempt_id')
    .orderBy('position');
}

/** Items of many attempts in order with the last revision and value of each: what their receipts seal. */
export function sealedAnswers(db: Db, attemptIds: readonly string[]) {
  return db
    .selectFrom('attempt_item as item')
    .leftJoin('answer', (join) =>
      join.onRef('answer.attempt_id', '=', 'item.attempt_id').onRef('answer.item_id', '=', 'item.item_id'),
    )
    .where('item.attempt_id', 'in', attemptIds)
    .select(['item.attempt_id', 'item.item_id', 'item.position', 'answer.revision', 'answer.value'])
    .orderBy('item.attempt_id')
    .orderBy('item.position');
}
