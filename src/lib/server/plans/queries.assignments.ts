import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';
import { unitsBelow } from './queries.parts.ts';

export function insertAssignment(db: Db, row: Insertable<Tables['assignment']>) {
  return db.insertInto('assignment').values(row);
}

/** The courses that an assignment asks for. */
export function insertAsked(db: Db, rows: readonly Tables['assignment_course'][]) {
  return db.insertInto('assignment_course').values(rows);
}

export function insertTargets(db: Db, rows: readonly Insertable<Tables['assignment_target']>[]) {
  return db.insertInto('assignment_target').values(rows);
}

export function assignmentById(db: Db, id: string) {
  return db
    .selectFrom('assignment')
    .innerJoin('course', 'course.id', 'assignment.course_id')
    .innerJoin('unit', 'unit.id', 'assignment.unit_id')
    .selectAll('assignment')
    .select(['course.title as course_title', 'unit.name as unit_name'])
    .where('assignment.id', '=', id);
}

/** Withdraws once; numUpdatedRows is 0 for one already withdrawn. */
export function markWithdrawn(db: Db, asked: { id: string; at: string; reason: string }) {
  return db
    .updateTable('assignment')
    .set({ withdrawn_at: asked.at, withdrawn_reason: asked.reason })
    .where('id', '=', asked.id)
    .where('withdrawn_at', 'is', null);
}

/** Assignments made in the name of units within reach, the latest first. */
export function assignmentsOf(
  db: Db,
  asked: { unitIds: readonly string[]; day: Day; limit: number; offset: number },
) {
  return within(db, asked)
    .innerJoin('course', 'course.id', 'assignment.course_id')
    .innerJoin('unit', 'unit.id', 'assignment.unit_id')
    .selectAll('assignment')
    .select(['course.title as course_title', 'unit.name as unit_name'])
    .orderBy('assignment.assigned_at', 'desc')
    .orderBy('assignment.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countAssignments(db: Db, asked: { unitIds: readonly string[]; day: Day }) {
  return within(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

function within(db: Db, asked: { unitIds: readonly string[]; day: Day }) {
  return db.selectFrom('assignment').where('assignment.unit_id', 'in', unitsBelow(db, asked));
}

/** Everybody assigned, with how many published lessons the course has, how many each completed, and whether opened. */
export function targetsWithProgress(db: Db, assignmentId: string) {
  return db
    .selectFrom('assignment_target')
    .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
    .innerJoin('person', 'person.id', 'assignment_target.person_id')
    .innerJoin('unit', 'unit.id', 'assignment_target.unit_id')
    .select(['assignment_target.assignment_id', 'person.id', 'person.name', 'unit.name as unit_name'])
    .select((target) => [
      target
        .selectFrom('lesson')
        .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
        .whereRef('lesson.course_id', '=', 'assignment.course_id')
        .where('lesson_version.status', '=', 'published')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('lessons'),
      target
        .selectFrom('lesson_completion')
        .innerJoin('lesson', 'lesson.id', 'lesson_completion.lesson_id')
        .innerJoin('lesson_version', 'lesson_version.lesson_id', 'lesson.id')
        .whereRef('lesson.course_id', '=', 'assignment.course_id')
        .whereRef('lesson_completion.person_id', '=', 'person.id')
        .whereRef('lesson_completion.plan_year', '=', 'assignment.plan_year')
        .where('lesson_completion.reversed_at', 'is', null)
        .where('lesson_version.status', '=', 'published')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('completed'),
      target
        .selectFrom('opening')
        .innerJoin('lesson', 'lesson.id', 'opening.lesson_id')
        .whereRef('lesson.course_id', '=', 'assignment.course_id')
        .whereRef('opening.person_id', '=', 'person.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('openings'),
    ])
    .where('assignment_target.assignment_id', '=', assignmentId)
    .orderBy('person.pinyin')
    .orderBy('person.id');
}
