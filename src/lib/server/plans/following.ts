import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import * as people from '../people/index.ts';
import * as units from '../units/index.ts';
import { settleArrivals, settlePerson } from './membership.ts';
import { livePlans } from './queries.members.ts';
import { followingOpen, joinTarget, leaveTarget, targetsFollowing } from './queries.following.ts';

/**
 * Brings all that follows a person's posts and classes in line with them: memberships of plans from `since` on, and
 * today the assignments made to whole units. Plans of years that are over stay as they are.
 */
export async function followPerson(act: Act, personId: string, since: Day): Promise<void> {
  const today = shanghaiDay(act.now);
  const [planYear] = openPlanYears(today);
  await settlePerson(act.db, { personId, since, today, planYear: planYear ?? Number(today.slice(0, 4)) });
  await followAssignments(act, personId, today);
}

/** The same for new people who came in together on a day. */
export async function followArrivals(act: Act, personIds: readonly string[], since: Day): Promise<void> {
  const today = shanghaiDay(act.now);
  const [planYear] = openPlanYears(today);
  const asked = { since, today, planYear: planYear ?? Number(today.slice(0, 4)) };
  const plans = await livePlans(act.db, asked.planYear).execute();
  const units = new Set((await followingOpen(act.db, today).execute()).map((one) => one.unit_id));
  if (plans.length + units.size === 0) return;
  const histories = await people.historiesOf(act.db, personIds);
  await settleArrivals(act.db, histories, { ...asked, plans });
  for (const [personId, { places }] of histories) {
    if (places.some((place) => units.has(place.unitId))) await followAssignments(act, personId, today);
  }
}

/** Who joins a unit before the due day is asked too; who leaves it is asked no longer, what he completed stays. */
async function followAssignments(act: Act, personId: string, today: Day): Promise<void> {
  const open = await followingOpen(act.db, today).execute();
  if (open.length === 0) return;
  const post = await people.postOn(act.db, personId, today);
  const unitPath = post ? await units.pathOf(act.db, post.countedUnitId, today) : [];
  const targets = await targetsFollowing(act.db, personId, today).execute();
  const asked = new Set(targets.filter((one) => one.left_on === null).map((one) => one.assignment_id));
  for (const { id, unit_id } of open) {
    const belongs = unitPath.includes(unit_id);
    if (belongs === asked.has(id)) continue;
    const target = { assignmentId: id, personId, day: today };
    if (belongs) await joinTarget(act.db, { ...target, unitId: post?.countedUnitId ?? unit_id }).execute();
    else await leaveTarget(act.db, target).execute();
  }
}
