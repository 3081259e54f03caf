import { isOfRow, itemCount, type BlueprintRow, type Candidate } from './blueprint.ts';
import { drawPaper } from './draw.ts';

/** A bank of fewer papers' worth of questions is soon known by heart (field study 4.2: harvested banks). */
export const ENOUGH_PAPERS = 10;
/** Below this neighbours at an exam meet many of the same questions. */
export const FEWEST_PAPERS = 3;

/** How different the papers of one blueprint are. */
export interface Exposure {
  /** Questions of the pool that fit some row. */
  usable: number;
  /** Items of one paper. */
  items: number;
  /** `usable` is below 3 papers, below 10, or enough. */
  verdict: 'thin' | 'modest' | 'enough';
  /**
   * The questions met most often: the rows that they fit, how many they are and the share of papers, in basis points,
   * that show any one of them. Questions that the rows cannot tell apart have the same share.
   */
  mostSeen: { rowIds: string[]; questions: number; basisPoints: number };
  /** There are at least 10^n different papers. */
  papersPowerOfTen: number;
}

/** Papers drawn to estimate how often each question comes up; the seeds are fixed, so the figure is, too. */
const DRAWS = 60;

/** Exposure of a pool under rows that it can meet; null when it cannot, or when there are no rows. */
export function exposureOf(rows: readonly BlueprintRow[], pool: readonly Candidate[]): Exposure | null {
  const items = itemCount(rows);
  if (items === 0) return null;
  const kinds = kindsOf(rows, pool);
  const kindOf = new Map(
    kinds.flatMap((kind) => kind.questions.map((one): [string, Kind] => [one.questionId, kind])),
  );
  const usable = kinds.flatMap((kind) => kind.questions);
  let papersPowerOfTen = 0;
  for (let n = 0; n < DRAWS; n += 1) {
    const drawn = drawPaper(rows, usable, `exposure ${n}`);
    if (!drawn.ok) return null;
    const taken = Map.groupBy(drawn.items, (item) => kindOf.get(item.questionId) as Kind);
    for (const [kind, group] of taken) kind.shown += group.length;
    const power = [...taken].reduce(
      (sum, [kind, group]) => sum + log10Choose(kind.questions.length, group.length),
      0,
    );
    papersPowerOfTen = Math.max(papersPowerOfTen, power);
  }
  return {
    usable: usable.length,
    items,
    verdict: verdictOf(usable.length, items),
    mostSeen: mostSeenOf(kinds),
    papersPowerOfTen: Math.floor(papersPowerOfTen),
  };
}

/** Questions that fit the same rows. */
interface Kind {
  rowIds: string[];
  questions: Candidate[];
  shown: number;
}

function kindsOf(rows: readonly BlueprintRow[], pool: readonly Candidate[]): Kind[] {
  const rowIdsOf = (question: Candidate) => rows.filter((row) => isOfRow(row, question)).map((row) => row.id);
  const byRows = Map.groupBy(pool, (question) => rowIdsOf(question).join(' '));
  return [...byRows]
    .filter(([rowIds]) => rowIds !== '')
    .map(([rowIds, questions]) => ({ rowIds: rowIds.split(' '), questions, shown: 0 }));
}

function verdictOf(usable: number, items: number): Exposure['verdict'] {
  if (usable < items * FEWEST_PAPERS) return 'thin';
  return usable < items * ENOUGH_PAPERS ? 'modest' : 'enough';
}

function mostSeenOf(kinds: readonly Kind[]): Exposure['mostSeen'] {
  const shares = kinds.map(({ rowIds, questions, shown }) => ({
    rowIds,
    questions: questions.length,
    basisPoints: Math.floor((shown * 10_000) / (DRAWS * questions.length)),
  }));
  return shares.reduce((most, one) => (one.basisPoints > most.basisPoints ? one : most));
}

/** log₁₀ of the number of ways to choose `k` of `n`. */
function log10Choose(n: number, k: number): number {
  let sum = 0;
  for (let taken = 0; taken < k; taken += 1) sum += Math.log10((n - taken) / (taken + 1));
  return sum;
}
