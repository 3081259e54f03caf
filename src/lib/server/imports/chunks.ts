/** No chunk of an import holds the writer longer; the size follows the time that the last one took. */
const MOST_MILLISECONDS = 15;
const FEWEST_ROWS = 8;
const MOST_ROWS = 200;

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

/** Rows of the next chunk after one of `size` rows took `milliseconds`. */
export function nextSize(size: number, milliseconds: number): number {
  if (milliseconds > MOST_MILLISECONDS * 0.8) return Math.max(FEWEST_ROWS, Math.floor(size / 2));
  return milliseconds < MOST_MILLISECONDS * 0.4 ? Math.min(MOST_ROWS, size * 2) : size;
}

/** The batch left its state while a chunk was under way: the chunk is rolled back. */
export class Overtaken extends Error {}
/** The server is asked to end; what is left is done after its next start. */
export class Stopped extends Error {}

/** Repeats `work` until a chunk has no rows, with a turn of the event loop after each. */
export async function inChunks(stopping: AbortSignal, work: (size: number) => Promise<Chunk>): Promise<void> {
  for (let size = FEWEST_ROWS; ;) {
    if (stopping.aborted) throw new Stopped();
    const { rows, milliseconds } = await work(size);
    if (rows === 0) return;
    size = nextSize(size, milliseconds);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
