/**
 * The life of an import: `reading` → `columns` (a person must name them) | `faulty` | `refused` | `failed` | `staged`;
 * `staged` → `applying` → `done`. `withdrawing` takes back what was written and ends in `withdrawn`.
 */
export const importStates = [
  ...(['reading', 'columns', 'faulty', 'refused', 'failed', 'staged'] as const),
  ...(['applying', 'done', 'withdrawing', 'withdrawn'] as const),
] as const;

export type ImportState = (typeof importStates)[number];

/** True while the server works on it by itself. */
export function isBusy(state: ImportState): boolean {
  return state === 'reading' || state === 'applying' || state === 'withdrawing';
}

/** True while its person can still take it back. */
export function isCancellable(state: ImportState): boolean {
  return ['reading', 'columns', 'faulty', 'staged', 'applying'].includes(state);
}

/** States that wait for a person, who is not waited for longer than a day. */
export const waitingStates = ['columns', 'faulty', 'staged'] as const satisfies readonly ImportState[];

/** Tries of one step before it is given up or rests until somebody wants it tried again. */
export const MOST_TRIES = 8;
const LONGEST_WAIT_SECONDS = 600;

/** Seconds until a step that failed so many times is tried again: 2, 4, 8 … and at most ten minutes. */
export function waitAfter(tries: number): number {
  return Math.min(2 ** tries, LONGEST_WAIT_SECONDS);
}

/**
 * True where the server has tried often enough and rests: taking back, and what is owed after an import is done, cannot
 * be given up, since half of it would be left.
 */
export function isStuck(state: ImportState, tries: number): boolean {
  return tries >= MOST_TRIES && (state === 'withdrawing' || state === 'done');
}

/**
 * Where an import goes whose present step failed so many times; null while the step is tried again, or rests. What was
 * written is taken back.
 */
export function givenUpTo(state: ImportState, tries: number): ImportState | null {
  if (tries < MOST_TRIES) return null;
  if (state === 'reading') return 'failed';
  return state === 'applying' ? 'withdrawing' : null;
}
