import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

/** Completions of the gone record in lessons of a year that the kept one has not completed in it. */
export function completionsToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('lesson_completion')
    .select(['id', 'check_attempt_id'])
    .where('person_id', '=', goneId)
    .where('plan_year', 'in', planYears)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('lesson_completion as own')
            .select('own.id')
            .where('own.person_id', '=', keptId)
            .whereRef('own.lesson_id', '=', 'lesson_completion.lesson_id')
            .whereRef('own.plan_year', '=', 'lesson_completion.plan_year'),
        ),
      ),
    )
    .orderBy('id');
}

export function giveCompletion(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('lesson_completion').set({ person_id: asked.personId }).where('id', '=', asked.id);
}
