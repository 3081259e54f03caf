import type { Difficulty, QuestionType } from '../bank/question.ts';

/** One line of a 双向细目表: so many questions of a kind. A null topic or difficulty takes any. */
export interface BlueprintRow {
  id: string;
  type: QuestionType;
  topicId: string | null;
  difficulty: Difficulty | null;
  count: number;
  /** Marks for each question, in hundredths. */
  pointsHundredths: number;
}

/** A published question of the pool as the draw sees it; no text, no key. */
export interface Candidate {
  questionId: string;
  versionId: string;
  type: QuestionType;
  topicId: string;
  difficulty: Difficulty;
}

/** True when the row may be filled by the question. */
export function isOfRow(row: BlueprintRow, candidate: Candidate): boolean {
  return (
    row.type === candidate.type &&
    (row.topicId === null || row.topicId === candidate.topicId) &&
    (row.difficulty === null || row.difficulty === candidate.difficulty)
  );
}

/** Full marks of a paper drawn from these rows, in hundredths. */
export function fullMarks(rows: readonly BlueprintRow[]): number {
  return rows.reduce((sum, row) => sum + row.count * row.pointsHundredths, 0);
}

/** Number of questions of a paper drawn from these rows. */
export function itemCount(rows: readonly BlueprintRow[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}
