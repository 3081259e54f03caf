import type { Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import type { Act } from '../platform/act.ts';
import { inChunks } from '../platform/chunks.ts';
import { deleteOpenings, deletePlaces, deleteSpans, oldOpenings } from './queries.retention.ts';

/**
 * Forgets when lessons were opened before a moment, how long they were read and where reading stopped. An opening that
 * led to a check stays as its ground, without its traces; what was completed and booked stays whole. Answers how many.
 */
export async function forgetOpenings(act: Act, before: Instant): Promise<number> {
  access.require(act, 'inspection.sweep');
  return inChunks(act, async (own, limit) => {
    const openings = await oldOpenings(own.db, { before, limit }).execute();
    if (openings.length === 0) return 0;
    const ids = openings.map((one) => one.id);
    await deleteSpans(own.db, ids).execute();
    await deletePlaces(own.db, ids).execute();
    const free = openings.filter((one) => Number(one.checks) === 0).map((one) => one.id);
    if (free.length > 0) await deleteOpenings(own.db, free).execute();
    return ids.length;
  });
}
