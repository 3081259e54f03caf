import type { Day, Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { countsForAssignment, wholeReleases } from './queries.parts.ts';

export interface PeopleYear {
  personIds: readonly string[];
  planYear: number;
  day: Day;
}

/** Assignments of these people that are past their day, with how many published lessons each has left. */
export function lateOf(db: Db, { personIds, planYear, day }: PeopleYear) {
  return db
    .selectFrom('assignment_target')
    .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
    .innerJoin('assignment_course', 'assignment_course.assignment_id', 'assignment.id')
    .innerJoin('course', 'course.id', 'assignment.course_id')
    .innerJoin('lesson', 'lesson.course_id', 'assignment_course.course_id')
    .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
    .leftJoin('module', 'module.id', 'assignment.module_id')
    .leftJoin('lesson_completion', (join) =>
      join
        .onRef('lesson_completion.lesson_id', '=', 'lesson.id')
        .onRef('lesson_completion.person_id', '=', 'assignment_target.person_id')
        .on(countsForAssignment)
        .on('lesson_completion.reversed_at', 'is', null),
    )
    .select(['assignment_target.person_id', 'assignment.id', 'assignment.due_on'])
    .select(({ fn }) => [
      fn.coalesce('module.title', 'course.title').as('title'),
      fn.count<number>('lesson_version.id').distinct().as('left'),
    ])
    .where('assignment_target.person_id', 'in', personIds)
    .where('assignment_target.left_on', 'is', null)
    .where('assignment.withdrawn_at', 'is', null)
    .where('assignment.plan_year', '=', planYear)
    .where('assignment.due_on', '<', day)
    .where('lesson_version.status', '=', 'published')
    .where('lesson_completion.id', 'is', null)
    .groupBy(['assignment_target.person_id', 'assignment.id', 'assignment.due_on'])
    .groupBy(['module.title', 'course.title'])
    .orderBy('assignment.due_on');
}

/** Exams open to these people just now that they have not begun. */
export function unsatOf(db: Db, { personIds, now }: { personIds: readonly string[]; now: Instant }) {
  return db
    .selectFrom('exam_candidate')
    .innerJoin('exam', 'exam.id', 'exam_candidate.exam_id')
    .innerJoin('sitting', 'sitting.exam_id', 'exam.id')
    .leftJoin('attempt', (join) =>
      join
        .onRef('attempt.exam_id', '=', 'exam.id')
        .onRef('attempt.person_id', '=', 'exam_candidate.person_id'),
    )
    .select(['exam_candidate.person_id', 'exam.id', 'exam.title', 'sitting.closes_at'])
    .where('exam_candidate.person_id', 'in', personIds)
    .where('exam_candidate.state', '=', 'due')
    .where('exam.status', '=', 'published')
    .where('sitting.opens_at', '<=', now)
    .where('sitting.closes_at', '>', now)
    .where((or) => or.or([or('sitting.kind', '=', 'makeup'), or('exam_candidate.deferred', '=', 0)]))
    .where('attempt.id', 'is', null)
    .orderBy('sitting.closes_at');
}

/** Required courses of these people's plans, each with whether a lesson of it was opened this year. */
export function unopenedOf(db: Db, { personIds, planYear, day }: PeopleYear) {
  return db
    .selectFrom('plan_member')
    .innerJoin('plan', 'plan.id', 'plan_member.plan_id')
    .innerJoin('plan_item', 'plan_item.plan_id', 'plan.id')
    .innerJoin('course', 'course.id', 'plan_item.course_id')
    .select(['plan_member.person_id', 'course.title'])
    .distinct()
    .where('plan_member.person_id', 'in', personIds)
    .where('plan_member.valid_from', '<=', day)
    .where((or) => or.or([or('plan_member.valid_to', 'is', null), or('plan_member.valid_to', '>=', day)]))
    .where('plan.status', '=', 'published')
    .where('plan.plan_year', '=', planYear)
    .where('plan_item.is_required', '=', 1)
    .where((no) => no.not(no.exists(wholeReleases(db))))
    .where((no) =>
      no.not(
        no.exists(
          no
            .selectFrom('opening')
            .innerJoin('lesson', 'lesson.id', 'opening.lesson_id')
            .select('opening.id')
            .whereRef('lesson.course_id', '=', 'plan_item.course_id')
            .whereRef('opening.person_id', '=', 'plan_member.person_id')
            .where('opening.opened_at', '>=', String(planYear)),
        ),
      ),
    )
    .orderBy('course.title');
}

/** Sums of these people's ledgers in the year, apart by length of the 学时. */
export function sumsOf(db: Db, { personIds, planYear }: Omit<PeopleYear, 'day'>) {
  return db
    .selectFrom('hour_entry')
    .leftJoin('hour_rule', 'hour_rule.id', 'hour_entry.rule_id')
    .select(['hour_entry.person_id', 'hour_entry.ledger', 'hour_rule.minutes_per_hour'])
    .select(({ fn }) => [
      fn.sum<number | null>('hour_entry.seconds').as('seconds'),
      fn.sum<number | null>('hour_entry.hundredths').as('hundredths'),
    ])
    .where('hour_entry.person_id', 'in', personIds)
    .where('hour_entry.plan_year', '=', planYear)
    .groupBy(['hour_entry.person_id', 'hour_entry.ledger', 'hour_rule.minutes_per_hour']);
}

/** Accounts of these people. */
export function accountsOf(db: Db, personIds: readonly string[]) {
  return db.selectFrom('account').select(['person_id', 'state']).where('person_id', 'in', personIds);
}
