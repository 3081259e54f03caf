import { addDays, shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { findsAny, inTransaction, personsTurned, readHeavy, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import { payOwed } from '../platform/owed.ts';
import { followPerson } from './following.ts';
import { followedUntil, personsOfMovedUnits, setFollowedUntil } from './queries.day.ts';
import { dropFollowing, followingsOwed, setFollowedTo } from './queries.owed.ts';

/** Whether a day has begun since the last look. */
export async function isDayDue(db: Db, now: Instant): Promise<boolean> {
  const last = await followedUntil(db).executeTakeFirst();
  return (last?.day ?? '') < shanghaiDay(now);
}

/**
 * After midnight in Shanghai, and at start for the days missed, everybody whose post, class or unit began or ended by
 * date since is followed into plans and unit assignments. Repeating it changes nothing. Answers how many people.
 */
export async function turnDay(act: Act): Promise<number> {
  access.require(act, 'plans.turnDay');
  const until = shanghaiDay(act.now);
  const after = (await followedUntil(act.db).executeTakeFirst())?.day ?? addDays(until, -1);
  if (after >= until) return 0;
  const turned = [
    ...(await personsTurned(act.db, { after, until }).execute()),
    ...(await personsOfMovedUnits(act.db, { after, until }).execute()),
  ];
  const personIds = [...new Set(turned.map((one) => one.person_id))];
  const since = addDays(after, 1);
  await overChunks(act, personIds, async (own, some) => {
    for (const personId of some) await followPerson(own, personId, since);
  });
  await inTransaction(act, (own) => setFollowedUntil(own.db, until).execute());
  return personIds.length;
}

/** Whether people of a moved unit are still to be followed. */
export function isFollowingOwed(db: Db): Promise<boolean> {
  return findsAny(followingsOwed(db));
}

/**
 * Follows the people of moved units who are owed it, from where the last round ended. Answers how many units are done.
 * `block`: people between two looks whether the server is to end.
 */
export async function followOwed(act: Act, stopping?: AbortSignal, block?: number): Promise<number> {
  access.require(act, 'plans.followOwed');
  return payOwed(act, await followingsOwed(act.db).execute(), {
    ...{ stopping, block, setDoneTo: setFollowedTo, drop: dropFollowing },
    dueBy: async ({ unit_id: unitId, since }) => ({
      personIds: await readHeavy<string[]>(act.db, 'plans/queries.owed.ts', 'personIdsUnder', unitId),
      pay: async (own, personIds) => {
        for (const personId of personIds) await followPerson(own, personId, since);
      },
    }),
  });
}
