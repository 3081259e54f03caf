/** No chunk of an import holds the writer longer; the size follows the time that the last one took. */
const MOST_MILLISECONDS = 15;
const MOST_ROWS = 200;
/** Rows of the next chunk after one of `size` rows took `milliseconds`. */
export function nextSize(size: number, milliseconds: number): number {
  if (milliseconds > MOST_MILLISECONDS * 0.8) return Math.max(1, Math.floor(size / 2));
  return milliseconds < MOST_MILLISECONDS * 0.4 ? Math.min(MOST_ROWS, size * 2) : size;
}

/** The batch left its state while a chunk was under way: the chunk is rolled back. */
export class Overtaken extends Error {}
/** The server is asked to end; what is left is done after its next start. */
export class Stopped extends Error {}

/** Repeats `work` until it answers 0, with a turn of the event loop after each chunk. */
export async function inChunks(
  stopping: AbortSignal,
  work: (size: number) => Promise<number>,
): Promise<void> {
  for (let size = 8; ;) {
    if (stopping.aborted) throw new Stopped();
    const begun = performance.now();
    if ((await work(size)) === 0) return;
    size = nextSize(size, performance.now() - begun);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
