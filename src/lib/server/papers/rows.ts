import type { Difficulty, QuestionType } from '#lib/domain/bank/question.ts';
import type { BlueprintRow, Candidate } from '#lib/domain/papers/blueprint.ts';
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

/** A question of the pool as the query reads it. */
export interface PoolRow {
  question_id: string;
  version_id: string;
  type: string;
  topic_id: string;
  difficulty: number;
}

export function candidateOf(row: PoolRow): Candidate {
  return {
    questionId: row.question_id,
    versionId: row.version_id,
    type: row.type as QuestionType,
    topicId: row.topic_id,
    difficulty: row.difficulty as Difficulty,
  };
}
