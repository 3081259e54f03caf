import type { Origin } from '#lib/domain/study/completion.ts';
import type { Db, Tables } from '../db/index.ts';

export function attemptById(db: Db, id: string) {
  return db.selectFrom('check_attempt').selectAll().where('id', '=', id);
}

/** The last try of an opening's check. */
export function lastCheckOf(db: Db, openingId: string) {
  return db
    .selectFrom('check_attempt')
    .selectAll()
    .where('opening_id', '=', openingId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
}

export interface Tries {
  personId: string;
  lessonId: string;
  planYear: number;
}

/** How often a person tried check and test-out of a lesson in a plan year. */
export function countTries(db: Db, { personId, lessonId, planYear }: Tries) {
  return db
    .selectFrom('check_attempt')
    .select('origin')
    .select(({ fn }) => fn.countAll<number>().as('tries'))
    .where('person_id', '=', personId)
    .where('lesson_id', '=', lessonId)
    .where('plan_year', '=', planYear)
    .groupBy('origin');
}

/** The one test-out of a person, lesson and plan year. */
export function testOutOf(db: Db, { personId, lessonId, planYear }: Tries) {
  return db
    .selectFrom('check_attempt')
    .selectAll()
    .where('person_id', '=', personId)
    .where('lesson_id', '=', lessonId)
    .where('plan_year', '=', planYear)
    .where('origin', '=', 'testOut' satisfies Origin);
}

/** Begins a try once, although it is asked for twice at the same time. */
export function insertAttempt(db: Db, row: Tables['check_attempt']) {
  return db
    .insertInto('check_attempt')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'lesson_id', 'plan_year', 'origin', 'number']).doNothing(),
    );
}

/** Grades a try that was not graded yet. */
export function gradeAttempt(
  db: Db,
  id: string,
  row: Pick<Tables['check_attempt'], 'answers' | 'right_count' | 'passed' | 'answered_at'>,
) {
  return db.updateTable('check_attempt').set(row).where('id', '=', id).where('answered_at', 'is', null);
}

/** A passed check of an opening, answered after `after`. */
export function passedCheckOf(db: Db, openingId: string, after: string) {
  return db
    .selectFrom('check_attempt')
    .select('id')
    .where('opening_id', '=', openingId)
    .where('passed', '=', 1)
    .where('answered_at', '>', after)
    .orderBy('answered_at')
    .limit(1);
}
