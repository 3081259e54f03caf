import { sql, type Insertable } from 'kysely';
import type { Db, Tables } from '../db/index.ts';

/** The last revision of a person's completion of a lesson in a plan year, standing or reversed. */
export function lastCompletion(
  db: Db,
  { personId, lessonId, planYear }: { personId: string; lessonId: string; planYear: number },
) {
  return db
    .selectFrom('lesson_completion')
    .selectAll()
    .where('person_id', '=', personId)
    .where('lesson_id', '=', lessonId)
    .where('plan_year', '=', planYear)
    .orderBy('revision', 'desc')
    .limit(1);
}

/** When the person last completed the lesson, in whichever plan year; reading for one taken back is over, too. */
export function lastCompletedAt(db: Db, { personId, lessonId }: { personId: string; lessonId: string }) {
  return db
    .selectFrom('lesson_completion')
    .select(({ fn }) => fn.max('completed_at').as('completed_at'))
    .where('person_id', '=', personId)
    .where('lesson_id', '=', lessonId);
}

/** Takes a completion back; numUpdatedRows is 0 for one that was taken back before. */
export function reverseCompletionRow(db: Db, asked: { id: string; at: string; by: string; reason: string }) {
  return db
    .updateTable('lesson_completion')
    .set({ reversed_at: asked.at, reversed_by: asked.by, reversed_reason: asked.reason })
    .where('id', '=', asked.id)
    .where('reversed_at', 'is', null);
}

/** Inserts a completion once; a repeated request changes nothing. */
export function insertCompletion(db: Db, row: Insertable<Tables['lesson_completion']>) {
  return db
    .insertInto('lesson_completion')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'lesson_id', 'plan_year', 'revision']).doNothing(),
    );
}

/**
 * Lessons that a person has completed in a plan year. The plus keeps SQLite from going through all completions of the
 * year by the index over it: a person's own are few.
 */
export function completionsOf(db: Db, { personId, planYear }: { personId: string; planYear: number }) {
  return db
    .selectFrom('lesson_completion')
    .select(['lesson_id', 'lesson_version_id', 'completed_at', 'origin'])
    .where('person_id', '=', personId)
    .where(sql<number>`+plan_year`, '=', planYear)
    .where('reversed_at', 'is', null);
}
