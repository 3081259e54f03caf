import { inTransaction } from '../db/index.ts';
import type { Act } from './act.ts';

/** No chunk of large work holds the writer longer; the size follows the time that the last one took. */
const MOST_MILLISECONDS = 15;
const FIRST = 4;
const MOST = 200;

/** Between how many and how many things a chunk has, whatever the time. */
export interface Bounds {
  fewest: number;
  most: number;
}

/** Things of the next chunk after one of `size` things took `milliseconds`. */
export function nextSize(
  size: number,
  milliseconds: number,
  { fewest, most }: Bounds = { fewest: 1, most: MOST },
): number {
  if (milliseconds > MOST_MILLISECONDS * 0.8) return Math.max(fewest, Math.floor(size / 2));
  return milliseconds < MOST_MILLISECONDS * 0.4 ? Math.min(most, size * 2) : size;
}

/**
 * Repeats `work` on the next `limit` things until it answers that there were none, each time in a transaction of its
 * own and with a turn of the event loop after it, so that nobody who answers waits long. The work notes in its
 * transaction how far it came: cut off by a crash, it goes on there. Stops after `most` things. Answers how many.
 */
export async function inChunks(
  act: Act,
  work: (act: Act, limit: number) => Promise<number>,
  most = Infinity,
): Promise<number> {
  let size = FIRST;
  let seen = 0;
  while (seen < most) {
    const begun = performance.now();
    const done = await inTransaction(act, (own) => work(own, size));
    if (done === 0) return seen;
    seen += done;
    size = nextSize(size, performance.now() - begun);
    await turn();
  }
  return seen;
}

/** The same over things that are known beforehand; the work can be repeated. */
export async function overChunks<Thing>(
  act: Act,
  things: readonly Thing[],
  work: (act: Act, things: readonly Thing[]) => Promise<void>,
): Promise<void> {
  let size = FIRST;
  for (let at = 0; at < things.length;) {
    const next = things.slice(at, at + size);
    const begun = performance.now();
    await inTransaction(act, (own) => work(own, next));
    at += next.length;
    size = nextSize(size, performance.now() - begun);
    await turn();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
