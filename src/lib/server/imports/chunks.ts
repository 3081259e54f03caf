import { chunkAfterChunk, type Chunk } from '../platform/chunks.ts';

const ROWS = { fewest: 8, most: 800 };

/** The batch left its state while a chunk was under way: the chunk is rolled back. */
export class Overtaken extends Error {}
/** The server is asked to end; what is left is done after its next start. */
export class Stopped extends Error {}

/** Repeats `work` on rows of an import until a chunk has none. Throws `Stopped` when the server is asked to end. */
export async function rowsInChunks(
  stopping: AbortSignal,
  work: (size: number) => Promise<Chunk>,
): Promise<void> {
  const unlessStopped = (size: number): Promise<Chunk> => {
    if (stopping.aborted) throw new Stopped();
    return work(size);
  };
  await chunkAfterChunk(unlessStopped, { bounds: ROWS });
}
