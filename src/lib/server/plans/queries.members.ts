import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** Published plans of this year and later ones, with the unit below which they hold. */
export function livePlans(db: Db, planYear: number) {
  return db
    .selectFrom('plan')
    .select(['id', 'unit_id', 'plan_year', 'published_at'])
    .where('status', '=', 'published')
    .where('plan_year', '>=', planYear)
    .orderBy('id');
}

export function classesOfPlan(db: Db, planId: string) {
  return db.selectFrom('plan_audience').select('class_code').where('plan_id', '=', planId);
}

export function audienceOfPlans(db: Db, planIds: readonly string[]) {
  return db.selectFrom('plan_audience').selectAll().where('plan_id', 'in', planIds).orderBy('class_code');
}

/** All memberships of a person, those that ended included. */
export function membershipsOf(db: Db, personId: string) {
  return db
    .selectFrom('plan_member')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('plan_id')
    .orderBy('valid_from');
}

/** Writes memberships; one that begins on the same day takes the new end. */
export function putMemberships(db: Db, rows: readonly Tables['plan_member'][]) {
  return db
    .insertInto('plan_member')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['plan_id', 'person_id', 'valid_from'])
        .doUpdateSet((set) => ({ valid_to: set.ref('excluded.valid_to') })),
    );
}

interface OneMembership {
  planId: string;
  personId: string;
  from: Day;
}

export function dropMembership(db: Db, { planId, personId, from }: OneMembership) {
  return db
    .deleteFrom('plan_member')
    .where('plan_id', '=', planId)
    .where('person_id', '=', personId)
    .where('valid_from', '=', from);
}
