import type { Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction, readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import { newId } from '../platform/ids.ts';
import { followPerson } from './following.ts';
import { dropFollowing, followingsOwed, oweFollowing, personsUnder, setFollowedTo } from './queries.owed.ts';

/** So many people are followed within the act that moves their unit; more are owed to the job. */
const AT_ONCE = 50;
/** So many people are followed between two looks whether the server is to end. */
const BLOCK = 1_000;

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
    return;
  }
  for (const { person_id: personId } of some) await followPerson(act, personId, since);
}

/**
 * Follows those who are owed it, portion by portion in the order of their ids; each notes how far it came, so that
 * another goes on there after a crash. Ends between two portions when the server is asked to end. Answers how many
 * units are done.
 */
export async function followOwed(act: Act, stopping?: AbortSignal, block: number = BLOCK): Promise<number> {
  access.require(act, 'plans.followOwed');
  let done = 0;
  for (const { id, unit_id: unitId, since, done_to: doneTo } of await followingsOwed(act.db).execute()) {
    const ids = await readHeavy<string[]>(act.db, 'plans/queries.owed.ts', 'personIdsUnder', unitId);
    const left = ids.filter((one) => one > doneTo).sort();
    for (let at = 0; at < left.length; at += block) {
      if (stopping?.aborted) return done;
      await overChunks(act, left.slice(at, at + block), async (own, some) => {
        for (const personId of some) await followPerson(own, personId, since);
        await setFollowedTo(own.db, { id, doneTo: some.at(-1) ?? doneTo }).execute();
      });
    }
    await inTransaction(act, (own) => dropFollowing(own.db, id).execute());
    done += 1;
  }
  return done;
}
