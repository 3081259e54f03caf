import type { Db } from '../db/index.ts';

/** Items of sheets as they count now: key, worth, last answer and mark, with what a regrade amended. */
export function itemsNow(db: Db) {
  return db
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
    .select(['item.item_id', 'item.type', 'item.points_hundredths', 'item.options'])
    .select(['version.answer_key', 'answer.value'])
    .select(['amendment.answer_key as amended_key', 'amendment.points_hundredths as amended_points'])
    .select('amendment.is_void');
}
