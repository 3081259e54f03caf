import { seededRng, shuffle } from '../shared/rng.ts';
import type { BlueprintRow, Candidate } from './blueprint.ts';
import { match } from './matching.ts';
import { choicesOf, countsOf, explained, type Shortage } from './shortage.ts';

/** A question on a paper: the version shown and what it is worth. */
export interface DrawnItem {
  rowId: string;
  questionId: string;
  versionId: string;
  pointsHundredths: number;
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
  const choices = choicesOf(rows, questions);
  const matching = match(choices, countsOf(rows), questions.length);
  if (matching.missing.some((missing) => missing > 0)) {
    return { ok: false, shortages: explained(rows, choices, matching) };
  }
  return {
    ok: true,
    items: rows.flatMap((row, index) => shuffle(itemsOf(row, index, questions, matching.owner), rng)),
  };
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
