import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

export interface PersonYear {
  personId: string;
  planYear: number;
  day: Day;
}

/** Courses of the plans that concern a person on a day. */
export function plannedCourses(db: Db, { personId, planYear, day }: PersonYear) {
  return db
    .selectFrom('plan_member')
    .innerJoin('plan', 'plan.id', 'plan_member.plan_id')
    .innerJoin('plan_item', 'plan_item.plan_id', 'plan.id')
    .innerJoin('course', 'course.id', 'plan_item.course_id')
    .select(['course.id', 'course.title', 'plan.title as plan_title', 'plan_item.is_required'])
    .select('plan.requirement_id')
    .where('plan_member.person_id', '=', personId)
    .where('plan_member.valid_from', '<=', day)
    .where((or) => or.or([or('plan_member.valid_to', 'is', null), or('plan_member.valid_to', '>=', day)]))
    .where('plan.plan_year', '=', planYear)
    .where('plan.status', '=', 'published')
    .orderBy('course.title');
}

/** Courses assigned to a person in a plan year and not withdrawn, what is due first before the rest. */
export function assignedCourses(db: Db, { personId, planYear }: Omit<PersonYear, 'day'>) {
  return db
    .selectFrom('assignment_target')
    .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
    .innerJoin('assignment_course', 'assignment_course.assignment_id', 'assignment.id')
    .innerJoin('course', 'course.id', 'assignment_course.course_id')
    .innerJoin('unit', 'unit.id', 'assignment.unit_id')
    .leftJoin('module', 'module.id', 'assignment.module_id')
    .select(['course.id', 'course.title', 'assignment.id as assignment_id', 'assignment.assigned_by_name'])
    .select(['assignment.reason', 'assignment.due_on', 'assignment.assigned_at', 'unit.name as unit_name'])
    .select('module.title as module_title')
    .where('assignment_target.person_id', '=', personId)
    .where('assignment_target.left_on', 'is', null)
    .where('assignment.plan_year', '=', planYear)
    .where('assignment.withdrawn_at', 'is', null)
    .orderBy('assignment.due_on')
    .orderBy('assignment.id')
    .orderBy('course.title');
}

/** Requirements of a plan year that hold on a day for somebody of these classes. */
export function requirementsFor(
  db: Db,
  asked: { planYear: number; day: Day; classCodes: readonly string[] },
) {
  return db
    .selectFrom('requirement')
    .selectAll()
    .where('plan_year', '=', asked.planYear)
    .where('class_code', 'in', asked.classCodes)
    .where('valid_from', '<=', asked.day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]))
    .orderBy('ledger')
    .orderBy('target_hundredths', 'desc');
}
