import { inChunks } from './chunks.ts';
import type { Act } from './act.ts';

/** Things that still stand under an older key or suite, by their ids, in order. */
export interface Pass {
  /** The next stale things after `after`, at most `limit`; writes each anew and answers their ids. */
  (act: Act, asked: { after: string; limit: number }): Promise<readonly string[]>;
}

/**
 * Writes everything anew that stands under an older key or suite, chunk by chunk, until a whole pass finds nothing.
 * Cut off by a crash it goes on where it stopped, since what is written already is no longer stale. Answers how many.
 */
export async function rewriteStale(act: Act, pass: Pass): Promise<number> {
  for (let rewritten = 0; ;) {
    let after = '';
    const found = await inChunks(act, async (own, limit) => {
      const ids = await pass(own, { after, limit });
      after = ids[ids.length - 1] ?? after;
      return ids.length;
    });
    if (found === 0) return rewritten;
    rewritten += found;
  }
}
