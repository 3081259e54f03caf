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

/** Tries of one step before it is given up. */
const MOST_TRIES = 8;
const LONGEST_WAIT_SECONDS = 600;

/** Seconds until a step that failed so many times is tried again: 2, 4, 8 … and at most ten minutes. */
export function waitAfter(tries: number): number {
  return Math.min(2 ** tries, LONGEST_WAIT_SECONDS);
}

/**
 * Where an import goes whose present step failed so many times; null while the step is tried again. What was written is
 * taken back; taking back, and what is owed after it is done, are never given up.
 */
export function givenUpTo(state: ImportState, tries: number): ImportState | null {
  if (tries < MOST_TRIES) return null;
  if (state === 'reading') return 'failed';
  return state === 'applying' ? 'withdrawing' : null;
}
