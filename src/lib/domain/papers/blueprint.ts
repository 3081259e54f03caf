import type { Difficulty, QuestionType } from '../bank/question.ts';

/** One line of a 双向细目表: so many questions of a kind. What is null takes any. */
export interface BlueprintRow {
  id: string;
  type: QuestionType;
  topicId: string | null;
  difficulty: Difficulty | null;
  /** Plain title of a law that the question must cite. */
  lawTitle: string | null;
  /** Class of staff, as the bank words it, for which the question must be written. */
  audience: string | null;
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
  /** Plain titles of the laws cited. */
  laws: readonly string[];
  /** Classes of staff it is written for; empty for all. */
  audiences: readonly string[];
}

/** True when the row may be filled by the question. */
export function isOfRow(row: BlueprintRow, candidate: Candidate): boolean {
  return (
    row.type === candidate.type &&
    (row.topicId === null || row.topicId === candidate.topicId) &&
    (row.difficulty === null || row.difficulty === candidate.difficulty) &&
    (row.lawTitle === null || candidate.laws.includes(row.lawTitle)) &&
    (row.audience === null || candidate.audiences.includes(row.audience))
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
