/**
 * The life of an import: `reading` → `columns` (a person must name them) | `faulty` | `refused` | `staged`;
 * `staged` → `applying` → `done`. `withdrawing` takes back what was written and ends in `withdrawn`.
 */
export const importStates = [
  ...(['reading', 'columns', 'faulty', 'refused', 'staged'] as const),
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
