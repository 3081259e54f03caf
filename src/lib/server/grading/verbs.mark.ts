import { markSheet, totalOf } from '#lib/domain/grading/marking.ts';
import { askFixed, writeFixed } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as queries from './queries.ts';
import { markableOf } from './rows.ts';

/**
 * Marks every item of an ended attempt as it counts now and keeps those that are new; within the act's transaction.
 * Doing it again gives the same. Returns the total in hundredths.
 */
export async function markAttempt(
  act: Act,
  attempt: { attemptId: string; halfForSubset: boolean },
): Promise<number> {
  const { attemptId } = attempt;
  const items = await askFixed(act.db, queries.itemsWithKey, attemptId);
  const marks = markSheet(items.map(markableOf), attempt);
  const kept = new Map(items.map((item) => [item.item_id, item.kept_hundredths]));
  const rows = marks
    .filter((mark) => kept.get(mark.itemId) !== mark.scoreHundredths)
    .map((mark) => ({
      attempt_id: attemptId,
      item_id: mark.itemId,
      score_hundredths: mark.scoreHundredths,
    }));
  if (rows.length > 0) await writeFixed(act.db, queries.insertMarks, rows);
  return totalOf(marks);
}
