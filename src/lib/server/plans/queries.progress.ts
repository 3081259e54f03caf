import { sql } from 'kysely';
import { contains, unitLabel, type Db } from '../db/index.ts';
import { countsForAssignment } from './queries.parts.ts';

/**
 * Everybody whom assignments ask today, each with how many published lessons their courses have, how many of these he
 * completed in its plan year or since it was assigned, and whether he opened one. Who left the unit is asked no longer.
 */
function progress(db: Db, assignmentIds: readonly string[]) {
  return db
    .selectFrom('assignment_target')
    .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
    .leftJoin('assignment_course', 'assignment_course.assignment_id', 'assignment.id')
    .leftJoin('lesson', 'lesson.course_id', 'assignment_course.course_id')
    .leftJoin('lesson_version', (join) =>
      join.onRef('lesson_version.lesson_id', '=', 'lesson.id').on('lesson_version.status', '=', 'published'),
    )
    .leftJoin('lesson_completion', (join) =>
      join
        .onRef('lesson_completion.lesson_id', '=', 'lesson_version.lesson_id')
        .onRef('lesson_completion.person_id', '=', 'assignment_target.person_id')
        .on(countsForAssignment)
        .on('lesson_completion.reversed_at', 'is', null),
    )
    .select(['assignment_target.assignment_id', 'assignment_target.person_id'])
    .select(['assignment_target.unit_id', 'assignment_target.added_on'])
    .select(({ fn }) => [
      fn.count<number>('lesson_version.id').distinct().as('lessons'),
      fn.count<number>('lesson_completion.lesson_id').distinct().as('completed'),
    ])
    .select((target) =>
      target
        .case()
        .when(
          target.exists(
            target
              .selectFrom('opening')
              .innerJoin('lesson as opened', 'opened.id', 'opening.lesson_id')
              .innerJoin('assignment_course as asked', 'asked.course_id', 'opened.course_id')
              .select('opening.id')
              .whereRef('asked.assignment_id', '=', 'assignment_target.assignment_id')
              .whereRef('opening.person_id', '=', 'assignment_target.person_id')
              .where(
                'opening.opened_at',
                '>=',
                sql<string>`case when assignment.assigned_at < cast(assignment.plan_year as text)
                  then assignment.assigned_at else cast(assignment.plan_year as text) end`,
              ),
          ),
        )
        .then(1)
        .else(0)
        .end()
        .as('opened'),
    )
    .where('assignment_target.assignment_id', 'in', assignmentIds)
    .where('assignment_target.left_on', 'is', null)
    .groupBy(['assignment_target.assignment_id', 'assignment_target.person_id'])
    .groupBy(['assignment.plan_year', 'assignment.assigned_at'])
    .groupBy(['assignment_target.unit_id', 'assignment_target.added_on']);
}

/** How many people of which unit are how far: one row for each way of standing, whatever the number of people. */
export async function standings(db: Db, { assignmentIds }: { assignmentIds: readonly string[] }) {
  return db
    .selectFrom(progress(db, assignmentIds).as('progress'))
    .innerJoin('unit', 'unit.id', 'progress.unit_id')
    .select(['progress.assignment_id', 'progress.unit_id', 'unit.name as unit_name'])
    .select(['progress.lessons', 'progress.completed'])
    .select('progress.opened')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .groupBy(['progress.assignment_id', 'progress.unit_id', 'unit.name', 'unit.sort_order'])
    .groupBy(['progress.lessons', 'progress.completed', 'progress.opened'])
    .orderBy('unit.sort_order')
    .orderBy('unit.name')
    .execute();
}

export interface TargetsAsk {
  assignmentId: string;
  /** Part of a name. */
  q: string;
  /** A unit of the targets; empty for all. */
  unitId: string;
  /** Lessons left or none; null: both. */
  isDone: boolean | null;
  /** Opened or completed something, or nothing; null: both. */
  hasBegun: boolean | null;
  sort: 'name' | 'unit' | 'lessons';
  direction: 'asc' | 'desc';
}

function asked(db: Db, ask: TargetsAsk) {
  let rows = db
    .selectFrom(progress(db, [ask.assignmentId]).as('progress'))
    .innerJoin('person', 'person.id', 'progress.person_id')
    .innerJoin('unit', 'unit.id', 'progress.unit_id');
  if (ask.q !== '') rows = rows.where(contains('person.name', ask.q));
  if (ask.unitId !== '') rows = rows.where('progress.unit_id', '=', ask.unitId);
  if (ask.isDone === true)
    rows = rows.where('progress.lessons', '>', 0).whereRef('progress.completed', '>=', 'progress.lessons');
  if (ask.isDone === false)
    rows = rows.where((or) =>
      or.or([or('progress.lessons', '=', 0), or('progress.completed', '<', or.ref('progress.lessons'))]),
    );
  if (ask.hasBegun === true)
    rows = rows.where((or) => or.or([or('progress.opened', '=', 1), or('progress.completed', '>', 0)]));
  if (ask.hasBegun === false)
    rows = rows.where('progress.opened', '=', 0).where('progress.completed', '=', 0);
  return rows;
}

const SORTED_BY = { name: 'person.name_key', unit: 'unit.name', lessons: 'progress.completed' } as const;

/** A page of the people asked, each with how far he is. */
export async function targetPage(db: Db, ask: TargetsAsk & { limit: number; offset: number }) {
  return asked(db, ask)
    .select(['person.id', 'person.name', unitLabel.as('unit_name'), 'progress.added_on'])
    .select(['progress.lessons', 'progress.completed', 'progress.opened'])
    .orderBy(SORTED_BY[ask.sort], ask.direction)
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(ask.limit)
    .offset(ask.offset)
    .execute();
}

export async function countTargets(db: Db, ask: TargetsAsk) {
  return asked(db, ask)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirst();
}
