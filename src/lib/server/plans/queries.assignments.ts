import type { Insertable } from 'kysely';
import type { Day } from '#lib/domain/shared/time.ts';
import { contains, unitsBelow, type Db, type Tables } from '../db/index.ts';

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

function named(db: Db) {
  return db
    .selectFrom('assignment')
    .innerJoin('course', 'course.id', 'assignment.course_id')
    .innerJoin('unit', 'unit.id', 'assignment.unit_id')
    .leftJoin('module', 'module.id', 'assignment.module_id')
    .leftJoin('selection', 'selection.id', 'assignment.selection_id')
    .selectAll('assignment')
    .select(['course.title as course_title', 'unit.name as unit_name'])
    .select(['module.title as module_title', 'selection.name as selection_name']);
}

export function assignmentById(db: Db, id: string) {
  return named(db).where('assignment.id', '=', id);
}

/** Courses that assignments ask for, by title. */
export function askedCourses(db: Db, assignmentIds: readonly string[]) {
  return db
    .selectFrom('assignment_course')
    .innerJoin('course', 'course.id', 'assignment_course.course_id')
    .select(['assignment_course.assignment_id', 'course.id', 'course.title'])
    .where('assignment_course.assignment_id', 'in', assignmentIds)
    .orderBy('course.title');
}

/** Withdraws once; numUpdatedRows is 0 for one already withdrawn. */
export function markWithdrawn(db: Db, asked: { id: string; at: string; reason: string }) {
  return db
    .updateTable('assignment')
    .set({ withdrawn_at: asked.at, withdrawn_reason: asked.reason })
    .where('id', '=', asked.id)
    .where('withdrawn_at', 'is', null);
}

export interface AssignmentsAsk {
  unitIds: readonly string[];
  day: Day;
  /** Part of a course's or module's title or of the reason; empty for all. */
  q: string;
}

export interface AssignmentsPage extends AssignmentsAsk {
  sort: 'assignedAt' | 'due';
  direction: 'asc' | 'desc';
  limit: number;
  offset: number;
}

const SORTED_BY = { assignedAt: 'assignment.assigned_at', due: 'assignment.due_on' } as const;

/** Assignments made in the name of units within reach. */
export function assignmentsOf(db: Db, asked: AssignmentsPage) {
  return named(db)
    .where('assignment.id', 'in', found(db, asked).select('assignment.id'))
    .orderBy(SORTED_BY[asked.sort], asked.direction)
    .orderBy('assignment.id')
    .limit(asked.limit)
    .offset(asked.offset);
}

export function countAssignments(db: Db, asked: AssignmentsAsk) {
  return found(db, asked).select(({ fn }) => fn.countAll<number>().as('total'));
}

function found(db: Db, asked: AssignmentsAsk) {
  const within = db
    .selectFrom('assignment')
    .where('assignment.unit_id', 'in', unitsBelow(db, asked.unitIds, asked.day));
  if (asked.q === '') return within;
  return within.where((or) =>
    or.or([
      contains('assignment.reason', asked.q),
      or(
        'assignment.module_id',
        'in',
        or.selectFrom('module').select('id').where(contains('module.title', asked.q)),
      ),
      or(
        'assignment.id',
        'in',
        or
          .selectFrom('assignment_course')
          .innerJoin('course', 'course.id', 'assignment_course.course_id')
          .select('assignment_course.assignment_id')
          .where(contains('course.title', asked.q)),
      ),
    ]),
  );
}
