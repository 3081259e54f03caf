import type { Db } from '../db/index.ts';
import { itemsNow } from './queries.items.ts';

/** Ended attempts in portions with what is kept of each and every item as it counts now, for proving scores. */
export async function keptScores(db: Db, { after, limit }: { after: string; limit: number }) {
  const attempts = await db
    .selectFrom('attempt')
    .innerJoin('exam_paper as paper', 'paper.exam_id', 'attempt.exam_id')
    .where('attempt.score_hundredths', 'is not', null)
    .where('attempt.id', '>', after)
    .select(['attempt.id', 'attempt.score_hundredths', 'paper.half_for_subset'])
    .orderBy('attempt.id')
    .limit(limit)
    .execute();
  const ids = attempts.map((attempt) => attempt.id);
  if (ids.length === 0) return { attempts, items: [] };
  const items = await itemsNow(db)
    .where('item.attempt_id', 'in', ids)
    .select(['item.attempt_id', 'item.position', 'mark.score_hundredths'])
    .execute();
  return { attempts, items };
}
