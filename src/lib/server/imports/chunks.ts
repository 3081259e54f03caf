import { nextSize } from '../platform/chunks.ts';

const ROWS = { fewest: 8, most: 800 };

/** What a chunk did, and how long its statements took; waiting for the disk is not lessened by fewer rows. */
export interface Chunk {
  rows: number;
  milliseconds: number;
}

/** Times the statements of a chunk within its transaction. */
export async function timed(work: () => Promise<number>): Promise<Chunk> {
  const begun = performance.now();
  const rows = await work();
  return { rows, milliseconds: performance.now() - begun };
}

/** The batch left its state while a chunk was under way: the chunk is rolled back. */
export class Overtaken extends Error {}
/** The server is asked to end; what is left is done after its next start. */
export class Stopped extends Error {}

/** Repeats `work` until a chunk has no rows, with a turn of the event loop after each. */
export async function inChunks(stopping: AbortSignal, work: (size: number) => Promise<Chunk>): Promise<void> {
  for (let size = ROWS.fewest; ;) {
    if (stopping.aborted) throw new Stopped();
    const { rows, milliseconds } = await work(size);
    if (rows === 0) return;
    size = nextSize(size, milliseconds, ROWS);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
