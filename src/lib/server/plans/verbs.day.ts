import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { overChunks } from '../platform/chunks.ts';
import { followPerson } from './following.ts';
import { followedUntil, personsOfMovedUnits, personsTurned, setFollowedUntil } from './queries.day.ts';

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
