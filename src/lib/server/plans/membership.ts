import { concernedBy, membershipsSince, type Membership } from '#lib/domain/plans/membership.ts';
import { asOfDay } from '#lib/domain/plans/years.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import * as q from './queries.members.ts';

/** Rows of one insert stay below the engines' limits on parameters. */
const CHUNK = 500;

/** People whom a plan concerns on a day: of its classes, counting at its unit or below. */
async function audienceOn(db: Db, plan: { id: string; unit_id: string }, day: Day): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const { class_code } of await q.classesOfPlan(db, plan.id).execute()) {
    const roster = await people.roster(db, { unitId: plan.unit_id, day, classCode: class_code });
    for (const one of roster) ids.add(one.personId);
  }
  return ids;
}

/** Begins the memberships of a plan that is published on `day`, by the posts and classes of that day. */
export async function beginPlan(db: Db, plan: { id: string; unit_id: string }, day: Day): Promise<void> {
  const audience = [...(await audienceOn(db, plan, day))];
  const rows = audience.map((personId) => memberRow(plan.id, personId, { from: day, to: null }));
  for (let at = 0; at < rows.length; at += CHUNK)
    await q.putMemberships(db, rows.slice(at, at + CHUNK)).execute();
}

/**
 * Brings one person's memberships of living plans in line with his posts and classes from `since` on, whether that day
 * is today or past; a plan concerns nobody before the day on which it was published, and a year that is over only
 * learns what was so until its last day.
 */
export async function settlePerson(
  db: Db,
  asked: { personId: string; since: Day; today: Day; planYear: number },
): Promise<void> {
  const { personId, today } = asked;
  const plans = await q.livePlans(db, asked.planYear).execute();
  if (plans.length === 0) return;
  const history = await people.historyOf(db, personId);
  const audience = await q
    .audienceOfPlans(
      db,
      plans.map((plan) => plan.id),
    )
    .execute();
  const rows = await q.membershipsOf(db, personId).execute();
  for (const plan of plans) {
    const classCodes = audience.filter((one) => one.plan_id === plan.id).map((one) => one.class_code);
    const concerned = concernedBy(history, { unitId: plan.unit_id, classCodes });
    const kept = rows
      .filter((row) => row.plan_id === plan.id)
      .map((row) => ({ from: row.valid_from, to: row.valid_to }));
    const wanted = membershipsSince(kept, concerned, spanOf(plan, { since: asked.since, today }));
    await replace(db, { planId: plan.id, personId, kept, wanted });
  }
}

type LivePlan = Awaited<ReturnType<ReturnType<typeof q.livePlans>['execute']>>[number];

/** New people, who have no memberships yet, join what concerns them: as `settlePerson`, of many at once. */
export async function settleArrivals(
  db: Db,
  histories: ReadonlyMap<string, people.PersonHistory>,
  asked: { since: Day; today: Day; plans: readonly LivePlan[] },
): Promise<void> {
  const { plans } = asked;
  if (plans.length === 0) return;
  const planIds = plans.map((plan) => plan.id);
  const audience = await q.audienceOfPlans(db, planIds).execute();
  const rows = plans.flatMap((plan) => {
    const classCodes = audience.filter((one) => one.plan_id === plan.id).map((one) => one.class_code);
    const days = spanOf(plan, asked);
    return [...histories].flatMap(([personId, history]) =>
      membershipsSince([], concernedBy(history, { unitId: plan.unit_id, classCodes }), days).map((one) =>
        memberRow(plan.id, personId, one),
      ),
    );
  });
  for (let at = 0; at < rows.length; at += CHUNK)
    await q.putMemberships(db, rows.slice(at, at + CHUNK)).execute();
}

/** A plan concerns nobody before it was published, and learns of its year until that is over. */
function spanOf(
  plan: { published_at: string | null; plan_year: number },
  { since, today }: { since: Day; today: Day },
): { since: Day; today: Day } {
  const published = plan.published_at === null ? today : shanghaiDay(plan.published_at);
  return { since: since > published ? since : published, today: asOfDay(plan.plan_year, today) };
}

interface Replacing {
  planId: string;
  personId: string;
  kept: readonly Membership[];
  wanted: readonly Membership[];
}

/** Writes only what differs. */
async function replace(db: Db, { planId, personId, kept, wanted }: Replacing): Promise<void> {
  for (const { from } of kept.filter((one) => !wanted.some((other) => other.from === one.from)))
    await q.dropMembership(db, { planId, personId, from }).execute();
  const changed = wanted.filter((one) => !kept.some((other) => isSame(one, other)));
  const rows = changed.map((one) => memberRow(planId, personId, one));
  if (rows.length > 0) await q.putMemberships(db, rows).execute();
}

function isSame(a: Membership, b: Membership): boolean {
  return a.from === b.from && a.to === b.to;
}

function memberRow(planId: string, personId: string, { from, to }: Membership) {
  return { plan_id: planId, person_id: personId, valid_from: from, valid_to: to };
}
