import type { Difficulty, QuestionType } from '#lib/domain/bank/question.ts';
import type { BlueprintRow } from '#lib/domain/papers/blueprint.ts';
import type { PapersTables } from '../db/schema/papers.ts';

export function blueprintRowOf(row: PapersTables['blueprint_row']): BlueprintRow {
  return {
    id: row.id,
    type: row.type as QuestionType,
    topicId: row.topic_id,
    difficulty: row.difficulty as Difficulty | null,
    lawTitle: row.law_title,
    audience: row.audience,
    count: row.count,
    pointsHundredths: row.points_hundredths,
  };
}

/** Columns of what a row asks for. */
export function rowColumns(row: Omit<BlueprintRow, 'id'>) {
  return {
    type: row.type,
    topic_id: row.topicId,
    difficulty: row.difficulty,
    law_title: row.lawTitle,
    audience: row.audience,
    count: row.count,
    points_hundredths: row.pointsHundredths,
  };
}

export function storedRow(
  blueprintId: string,
  row: BlueprintRow,
  order: number,
): PapersTables['blueprint_row'] {
  return { id: row.id, blueprint_id: blueprintId, sort_order: order, ...rowColumns(row) };
}
