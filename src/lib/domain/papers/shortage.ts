import { isOfRow, type BlueprintRow, type Candidate } from './blueprint.ts';
import { match, overdrawnRows, type Matching } from './matching.ts';

/** Rows that together ask for more questions than fit any of them, and by how many. */
export interface Shortage {
  /** Ids of the rows, in the blueprint's order; one row when it alone asks for too many. */
  rowIds: string[];
  /** Questions that these rows ask for together. */
  wanted: number;
  /** Questions of the pool that fit at least one of these rows, each counted once. */
  fitting: number;
  /** `wanted - fitting`. */
  missing: number;
  /** Those of the rows that would be short even alone. */
  alone: { rowId: string; fitting: number; missing: number }[];
}

/** Row index → indexes of the questions that may fill it. */
export function choicesOf(rows: readonly BlueprintRow[], pool: readonly Candidate[]): number[][] {
  return rows.map((row) => pool.flatMap((question, index) => (isOfRow(row, question) ? [index] : [])));
}

/**
 * Proof of a blueprint: empty when some choice of different questions meets all rows at once, else the least that
 * explains why none does. Shortages of rows without common questions are told apart; their `missing` add up to the
 * number of places that stay empty in the best of all papers.
 */
export function shortagesOf(rows: readonly BlueprintRow[], pool: readonly Candidate[]): Shortage[] {
  const choices = choicesOf(rows, pool);
  return explained(rows, choices, match(choices, countsOf(rows), pool.length));
}

/** The places of each row, as the matching wants them. */
export function countsOf(rows: readonly BlueprintRow[]): number[] {
  return rows.map((row) => row.count);
}

/** Explains a matching that left places empty. */
export function explained(
  rows: readonly BlueprintRow[],
  choices: readonly (readonly number[])[],
  matching: Matching,
): Shortage[] {
  return sharingGroups(overdrawnRows(choices, matching), choices).map((group) => {
    const members = group.map((index) => ({ row: rows[index] as BlueprintRow, own: choices[index] ?? [] }));
    const wanted = members.reduce((sum, { row }) => sum + row.count, 0);
    const fitting = new Set(members.flatMap(({ own }) => own)).size;
    return {
      rowIds: members.map(({ row }) => row.id),
      wanted,
      fitting,
      missing: wanted - fitting,
      alone: members
        .filter(({ row, own }) => row.count > own.length)
        .map(({ row, own }) => ({ rowId: row.id, fitting: own.length, missing: row.count - own.length })),
    };
  });
}

/** Groups of rows, each linked to the rest of its group by questions that fit both. */
function sharingGroups(rows: readonly number[], choices: readonly (readonly number[])[]): number[][] {
  const groups: { rows: number[]; questions: Set<number> }[] = [];
  for (const row of rows) {
    const own = choices[row] ?? [];
    const linked = groups.filter((group) => own.some((question) => group.questions.has(question)));
    const merged = { rows: [row], questions: new Set(own) };
    for (const group of linked) {
      groups.splice(groups.indexOf(group), 1);
      merged.rows.push(...group.rows);
      for (const question of group.questions) merged.questions.add(question);
    }
    groups.push(merged);
  }
  return groups
    .map((group) => group.rows.sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}
