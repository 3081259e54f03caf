import type { Day } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { delegationsReaching, endReaching, givenUnder, type grantsReaching } from './queries.departure.ts';

export type ReachingGrant = Awaited<ReturnType<ReturnType<typeof grantsReaching>['execute']>>[number];

interface Ending {
  /** The last day on which the grants hold. */
  last: Day;
  /** Stands in the log. */
  reason: string;
}

/** Ends grants, and with each what was delegated under it; every end stands in the log. */
export async function endGrants(act: Act, grants: readonly ReachingGrant[], ending: Ending): Promise<void> {
  for (const one of grants) {
    await endGrant(act, one, ending);
    for (const given of await givenUnder(act.db, one.id, ending.last).execute())
      await endGrant(act, given, ending);
  }
}

/** Ends what an account delegated and what was delegated to it. */
export async function endDelegations(act: Act, accountId: string, ending: Ending): Promise<void> {
  const held = await delegationsReaching(act.db, accountId, ending.last).execute();
  for (const one of held) await endGrant(act, one, ending);
}

async function endGrant(act: Act, grant: ReachingGrant, { last, reason }: Ending): Promise<void> {
  const ended = await endReaching(act.db, grant.id, last).executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return;
  await audit.record(act, {
    verb: grant.given_under === null ? 'access.grantWithdrawn' : 'access.delegationWithdrawn',
    unitId: grant.unit_id,
    subject: { kind: 'person', id: grant.person_id },
    details: { role: grant.role, grantId: grant.id, before: grant.valid_to, last, reason },
  });
}
