import type { Difficulty, QuestionType } from '#lib/domain/bank/question.ts';
import type { BlueprintRow } from '#lib/domain/papers/blueprint.ts';
import type { PapersTables } from '../db/schema/papers.ts';

export function blueprintRowOf(row: PapersTables['blueprint_row']): BlueprintRow {
  return {
    id: row.id,
    type: row.type as QuestionType,
    topicId: row.topic_id,
    difficulty: row.difficulty as Difficulty | null,
    count: row.count,
    pointsHundredths: row.points_hundredths,
  };
}
