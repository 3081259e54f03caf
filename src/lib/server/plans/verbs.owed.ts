import type { Day } from '#lib/domain/shared/time.ts';
import { personsUnder } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { wakeJob } from '../platform/jobs.ts';
import { followPerson } from './following.ts';
import { oweFollowing } from './queries.owed.ts';

/** So many people are followed within the act that moves their unit; more are owed to the job. */
const AT_ONCE = 50;

/**
 * Takes the people of a moved unit out of plans above its old place and into those above its new one: a few within the
 * act, many by `followOwed`, for which it leaves a note in the act's transaction.
 */
export async function followOrOwe(
  act: Act,
  { unitId, since, atOnce = AT_ONCE }: { unitId: string; since: Day; atOnce?: number },
): Promise<void> {
  const some = await personsUnder(act.db, unitId)
    .limit(atOnce + 1)
    .execute();
  if (some.length > atOnce) {
    const row = { id: newId(), unit_id: unitId, since, done_to: '', owed_at: act.now };
    await oweFollowing(act.db, row).execute();
    wakeJob(act.db, 'plans.followOwed');
    return;
  }
  for (const { person_id: personId } of some) await followPerson(act, personId, since);
}
