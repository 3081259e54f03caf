import type { Db } from '../db/index.ts';

/** Courses that a person's published plans of a year require. */
export function requiredCourses(db: Db, personId: string, planYear: number) {
  return db
    .selectFrom('plan_member')
    .innerJoin('plan', 'plan.id', 'plan_member.plan_id')
    .innerJoin('plan_item', 'plan_item.plan_id', 'plan.id')
    .where('plan_member.person_id', '=', personId)
    .where('plan_member.valid_to', 'is', null)
    .where('plan.plan_year', '=', planYear)
    .where('plan.status', '=', 'published')
    .where('plan_item.is_required', '=', 1)
    .select('plan_item.course_id')
    .distinct()
    .orderBy('plan_item.course_id');
}
