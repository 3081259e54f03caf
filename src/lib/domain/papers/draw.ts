import { seededRng, shuffle } from '../shared/rng.ts';
import { isOfRow, type BlueprintRow, type Candidate } from './blueprint.ts';
import { competingRows, match } from './matching.ts';

/** A question on a paper: the version shown and what it is worth. */
export interface DrawnItem {
  rowId: string;
  questionId: string;
  versionId: string;
  pointsHundredths: number;
}

/** A row that the pool cannot fill. */
export interface Shortage {
  rowId: string;
  wanted: number;
  /** Questions of the pool that fit the row, whoever else wants them. */
  fitting: number;
  missing: number;
  /** Other rows that draw on the same questions; empty when the row alone asks for too many. */
  sharedWith: string[];
}

export type Draw = { ok: true; items: DrawnItem[] } | { ok: false; shortages: Shortage[] };

/**
 * Draws a paper: questions are shuffled by the seed, then rows are completed by augmentation, so that overlapping
 * rows are met whenever any choice meets them. Same rows, pool and seed give the same paper, in whatever order the
 * pool is listed; questions that the rows cannot tell apart have equal chances.
 * Items keep the order of the rows (types stay together) and are shuffled within a row.
 */
export function drawPaper(rows: readonly BlueprintRow[], pool: readonly Candidate[], seed: string): Draw {
  const rng = seededRng(seed);
  const listed = [...pool].sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
  const questions = shuffle(listed, rng);
  const choices = rows.map((row) => indexesOf(questions, row));
  const matching = match(
    choices,
    rows.map((row) => row.count),
    questions.length,
  );
  const shortages = rows.flatMap((row, index): Shortage[] => {
    const missing = matching.missing[index] ?? 0;
    if (missing === 0) return [];
    const rivals = competingRows(index, choices, matching.owner).filter((other) => other !== index);
    const sharedWith = rivals.map((other) => (rows[other] as BlueprintRow).id);
    return [{ rowId: row.id, wanted: row.count, fitting: choices[index]?.length ?? 0, missing, sharedWith }];
  });
  if (shortages.length > 0) return { ok: false, shortages };
  return {
    ok: true,
    items: rows.flatMap((row, index) => shuffle(itemsOf(row, index, questions, matching.owner), rng)),
  };
}

function indexesOf(questions: readonly Candidate[], row: BlueprintRow): number[] {
  return questions.flatMap((question, index) => (isOfRow(row, question) ? [index] : []));
}

function itemsOf(
  row: BlueprintRow,
  rowIndex: number,
  questions: readonly Candidate[],
  owner: Int32Array,
): DrawnItem[] {
  return questions
    .filter((_, index) => owner[index] === rowIndex)
    .map(({ questionId, versionId }) => ({
      rowId: row.id,
      questionId,
      versionId,
      pointsHundredths: row.pointsHundredths,
    }));
}
