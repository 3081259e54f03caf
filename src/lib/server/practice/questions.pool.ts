import { isFor } from '#lib/domain/practice/audience.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as bank from '../bank/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';

/**
 * Questions of the pool `practice` that a person may be asked today: published, within their days, written for everybody
 * or for one of his classes, and citing no article that has been changed since.
 */
export async function poolFor(act: Act, personId: string): Promise<bank.CandidateRow[]> {
  const day = shanghaiDay(act.now);
  const classes = await people.classesOn(act.db, personId, day);
  const filter = { pool: 'practice' as const, day };
  const published = await bank.candidates(act.db, filter);
  const outdated = await bank.outdatedCandidates(act.db, filter);
  return published.filter((one) => isFor(one.audiences, classes) && !outdated.has(one.versionId));
}
