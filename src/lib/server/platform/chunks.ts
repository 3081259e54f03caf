import { inTransaction } from '../db/index.ts';
import type { Act } from './act.ts';

/** No chunk of large work holds the writer longer; the size follows the time that the last one took. */
const MOST_MILLISECONDS = 15;

/** Between how many and how many things a chunk has, whatever the time; the first has the fewest, or `first`. */
export interface Bounds {
  fewest: number;
  most: number;
  first?: number;
}

const USUAL = { fewest: 1, most: 200, first: 4 } as const satisfies Bounds;

/** Things of the next chunk after one of `size` things took `milliseconds`. */
export function nextSize(size: number, milliseconds: number, { fewest, most }: Bounds = USUAL): number {
  if (milliseconds > MOST_MILLISECONDS * 0.8) return Math.max(fewest, Math.floor(size / 2));
  return milliseconds < MOST_MILLISECONDS * 0.4 ? Math.min(most, size * 2) : size;
}

/** What a chunk did, and how long its statements took; waiting for the disk is not lessened by fewer things. */
export interface Chunk {
  things: number;
  milliseconds: number;
}

/** Times the statements of a chunk. */
export async function timed(work: () => Promise<number>): Promise<Chunk> {
  const begun = performance.now();
  const things = await work();
  return { things, milliseconds: performance.now() - begun };
}

/**
 * Repeats `work` on the next `size` things until a chunk had none, with a turn of the event loop after each, so that
 * nobody who answers waits long. Stops after `most` things. Answers how many.
 */
export async function chunkAfterChunk(
  work: (size: number) => Promise<Chunk>,
  { bounds = USUAL, most = Infinity }: { bounds?: Bounds; most?: number } = {},
): Promise<number> {
  let size = bounds.first ?? bounds.fewest;
  let seen = 0;
  while (seen < most) {
    const { things, milliseconds } = await work(size);
    if (things === 0) return seen;
    seen += things;
    size = nextSize(size, milliseconds, bounds);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return seen;
}

/**
 * The same, each chunk in a transaction of its own. The work notes in its transaction how far it came: cut off by a
 * crash, it goes on there.
 */
export function inChunks(
  act: Act,
  work: (act: Act, limit: number) => Promise<number>,
  most = Infinity,
): Promise<number> {
  return chunkAfterChunk((size) => timed(() => inTransaction(act, (own) => work(own, size))), { most });
}

/** The same over things that are known beforehand; the work can be repeated. */
export async function overChunks<Thing>(
  act: Act,
  things: readonly Thing[],
  work: (act: Act, things: readonly Thing[]) => Promise<void>,
  bounds: Bounds = USUAL,
): Promise<void> {
  let at = 0;
  const chunk = async (size: number): Promise<Chunk> => {
    const next = things.slice(at, at + size);
    if (next.length === 0) return { things: 0, milliseconds: 0 };
    const done = await timed(async () => {
      await inTransaction(act, (own) => work(own, next));
      return next.length;
    });
    at += next.length;
    return done;
  };
  await chunkAfterChunk(chunk, { bounds });
}
