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
