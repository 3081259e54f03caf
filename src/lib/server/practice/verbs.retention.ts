import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import * as queries from './queries.retention.ts';

/**
 * Forgets what was practised before a moment: sets and mock exams with their answers, cards and lines of the book that
 * were not touched since. Answers how many of all.
 */
export async function forgetPractice(act: Act, before: Instant): Promise<number> {
  access.require(act, 'inspection.sweep');
  const runs = await inChunks(act, async (own, limit) => {
    const ids = (await queries.oldRuns(own.db, { before, limit }).execute()).map((row) => row.id);
    if (ids.length === 0) return 0;
    await queries.deleteItems(own.db, ids).execute();
    await queries.deleteRuns(own.db, ids).execute();
    return ids.length;
  });
  const cards = await inChunks(act, async (own, limit) => {
    const day = shanghaiDay(before);
    const ids = (await queries.oldCards(own.db, { before: day, limit }).execute()).map((row) => row.id);
    if (ids.length > 0) await queries.deleteCards(own.db, ids).execute();
    return ids.length;
  });
  const mistakes = await inChunks(act, async (own, limit) => {
    const ids = (await queries.oldMistakes(own.db, { before, limit }).execute()).map((row) => row.id);
    if (ids.length > 0) await queries.deleteMistakes(own.db, ids).execute();
    return ids.length;
  });
  return runs + cards + mistakes;
}
