import * as access from '../access/index.ts';
import { readHeavy } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { payOwed } from '../platform/owed.ts';
import { followPerson } from './following.ts';
import { dropFollowing, followingsOwed, setFollowedTo } from './queries.owed.ts';

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
