import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** Published plans of this year and later ones, with the unit below which they hold; past years stay as they are. */
export function livePlans(db: Db, planYear: number) {
  return db
    .selectFrom('plan')
    .select(['id', 'unit_id'])
    .where('status', '=', 'published')
    .where('plan_year', '>=', planYear)
    .orderBy('id');
}

export function classesOfPlan(db: Db, planId: string) {
  return db.selectFrom('plan_audience').select('class_code').where('plan_id', '=', planId);
}

/** Open memberships of a plan. */
export function openMembers(db: Db, planId: string) {
  return db.selectFrom('plan_member').selectAll().where('plan_id', '=', planId).where('valid_to', 'is', null);
}

/** Open memberships of a person. */
export function openMembershipsOf(db: Db, personId: string) {
  return db
    .selectFrom('plan_member')
    .selectAll()
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null);
}

/** Begins a membership, or opens again one that ended on the day before it begins anew. */
export function beginMembership(db: Db, rows: readonly Tables['plan_member'][]) {
  return db
    .insertInto('plan_member')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['plan_id', 'person_id', 'valid_from']).doUpdateSet({ valid_to: null }),
    );
}

interface OneMembership {
  planId: string;
  personId: string;
  from: Day;
}

export function endMembership(db: Db, { planId, personId, from, to }: OneMembership & { to: Day }) {
  return db
    .updateTable('plan_member')
    .set({ valid_to: to })
    .where('plan_id', '=', planId)
    .where('person_id', '=', personId)
    .where('valid_from', '=', from);
}

export function dropMembership(db: Db, { planId, personId, from }: OneMembership) {
  return db
    .deleteFrom('plan_member')
    .where('plan_id', '=', planId)
    .where('person_id', '=', personId)
    .where('valid_from', '=', from);
}
