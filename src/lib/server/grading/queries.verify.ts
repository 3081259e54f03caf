import type { Db } from '../db/index.ts';

/** Ended attempts in portions with what is kept of each and every item as it counts now, for proving scores. */
export async function keptScores(db: Db, { after, limit }: { after: string; limit: number }) {
  const attempts = await db
    .selectFrom('attempt')
    .innerJoin('exam_paper as paper', 'paper.exam_id', 'attempt.exam_id')
    .where('attempt.score_hundredths', 'is not', null)
    .where('attempt.id', '>', after)
    .select(['attempt.id', 'attempt.score_hundredths', 'paper.half_for_subset'])
    .orderBy('attempt.id')
    .limit(limit)
    .execute();
  const ids = attempts.map((attempt) => attempt.id);
  if (ids.length === 0) return { attempts, items: [] };
  const items = await db
    .selectFrom('attempt_item as item')
    .innerJoin('attempt', 'attempt.id', 'item.attempt_id')
    .innerJoin('question_version as version', 'version.id', 'item.question_version_id')
    .leftJoin('mark', (join) =>
      join.onRef('mark.attempt_id', '=', 'item.attempt_id').onRef('mark.item_id', '=', 'item.item_id'),
    )
    .leftJoin('amendment', (join) =>
      join
        .onRef('amendment.exam_id', '=', 'attempt.exam_id')
        .onRef('amendment.question_version_id', '=', 'item.question_version_id'),
    )
    .leftJoin('answer', (join) =>
      join.onRef('answer.attempt_id', '=', 'item.attempt_id').onRef('answer.item_id', '=', 'item.item_id'),
    )
    .where('item.attempt_id', 'in', ids)
    .select(['item.attempt_id', 'item.item_id', 'item.type', 'item.points_hundredths', 'item.options'])
    .select(['item.position', 'version.answer_key', 'answer.value', 'mark.score_hundredths'])
    .select(['amendment.answer_key as amended_key', 'amendment.points_hundredths as amended_points'])
    .select('amendment.is_void')
    .execute();
  return { attempts, items };
}
