import { membershipChange, type Membership } from '#lib/domain/plans/membership.ts';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import * as people from '../people/index.ts';
import * as q from './queries.members.ts';

interface Place {
  planId: string;
  personId: string;
  open: Membership | undefined;
  belongs: boolean;
}

async function apply(db: Db, { planId, personId, open, belongs }: Place, day: Day): Promise<void> {
  const change = membershipChange(open, belongs, day);
  if (change === null) return;
  const one = { planId, personId, from: change.from };
  if (change.kind === 'drop') await q.dropMembership(db, one).execute();
  if (change.kind === 'end') await q.endMembership(db, { ...one, to: change.to }).execute();
  if (change.kind === 'begin') {
    const row = { plan_id: planId, person_id: personId, valid_from: day, valid_to: null };
    await q.beginMembership(db, [row]).execute();
  }
}

/** People whom a plan concerns on a day: of its classes, counting at its unit or below. */
async function audienceOn(db: Db, plan: { id: string; unit_id: string }, day: Day): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const { class_code } of await q.classesOfPlan(db, plan.id).execute()) {
    const roster = await people.roster(db, { unitId: plan.unit_id, day, classCode: class_code });
    for (const one of roster) ids.add(one.personId);
  }
  return ids;
}

/** Brings a plan's members in line with posts and classes of a day. */
export async function settlePlan(db: Db, plan: { id: string; unit_id: string }, day: Day): Promise<void> {
  const audience = await audienceOn(db, plan, day);
  const rows = await q.openMembers(db, plan.id).execute();
  const open = new Map(rows.map((row) => [row.person_id, { from: row.valid_from, to: null }]));
  for (const personId of new Set([...audience, ...open.keys()])) {
    const belongs = audience.has(personId);
    await apply(db, { planId: plan.id, personId, open: open.get(personId), belongs }, day);
  }
}

/** Brings one person's memberships of living plans in line with his posts and classes of a day. */
export async function settlePerson(
  db: Db,
  asked: { personId: string; unitPath: readonly string[]; planYear: number; day: Day },
): Promise<void> {
  const classes: readonly string[] = await people.classesOn(db, asked.personId, asked.day);
  const rows = await q.openMembershipsOf(db, asked.personId).execute();
  for (const plan of await q.livePlans(db, asked.planYear).execute()) {
    const row = rows.find((one) => one.plan_id === plan.id);
    const wanted = await q.classesOfPlan(db, plan.id).execute();
    const belongs =
      asked.unitPath.includes(plan.unit_id) && wanted.some((one) => classes.includes(one.class_code));
    const open = row && { from: row.valid_from, to: null };
    await apply(db, { planId: plan.id, personId: asked.personId, open, belongs }, asked.day);
  }
}
