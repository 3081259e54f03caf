import { isReleased } from '#lib/domain/exams/candidacy.ts';
import { planYearOf, type Instant } from '#lib/domain/shared/time.ts';
import * as exams from '../exams/index.ts';
import type { Act } from '../platform/act.ts';
import { itemsBelowFull } from './queries.ts';

/**
 * Questions that a person did not answer in full at exams of this plan year and the last whose keys may be told now,
 * each with the end of the attempt; a question met several times stands as often.
 * @param asked.questionIds where only these are meant
 */
export async function releasedMistakes(
  act: Act,
  { personId, questionIds = null }: { personId: string; questionIds?: readonly string[] | null },
): Promise<{ questionId: string; wrongAt: Instant }[]> {
  const asked = { personId, questionIds, fromPlanYear: planYearOf(act.now) - 1 };
  const rows = await itemsBelowFull(act.db, asked).execute();
  const told = new Set<string>();
  for (const examId of new Set(rows.map((row) => row.exam_id))) {
    if (isReleased(await exams.releaseFacts(act.db, examId), act.now)) told.add(examId);
  }
  return rows.flatMap((row) =>
    told.has(row.exam_id) && row.ended_at !== null
      ? [{ questionId: row.question_id, wrongAt: row.ended_at }]
      : [],
  );
}
