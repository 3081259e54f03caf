import type { Merging } from '#lib/domain/facts/people.ts';
import type { Db } from '../db/index.ts';

/** Tasks of the open years given to the gone record and not to the kept one. */
export function targetsToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('assignment_target')
    .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
    .select('assignment_target.assignment_id')
    .where('assignment_target.person_id', '=', goneId)
    .where('assignment.plan_year', 'in', planYears)
    .where('assignment.follows_unit', '=', 0)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('assignment_target as own')
            .select('own.assignment_id')
            .where('own.person_id', '=', keptId)
            .whereRef('own.assignment_id', '=', 'assignment_target.assignment_id'),
        ),
      ),
    )
    .orderBy('assignment_target.assignment_id');
}

export function giveTarget(db: Db, asked: { assignmentId: string; from: string; to: string }) {
  return db
    .updateTable('assignment_target')
    .set({ person_id: asked.to })
    .where('assignment_id', '=', asked.assignmentId)
    .where('person_id', '=', asked.from);
}

/** Waivers of the open years for requirements from which the kept record is not released. */
export function waiversToMove(db: Db, { keptId, goneId, planYears }: Merging) {
  return db
    .selectFrom('waiver')
    .select('id')
    .where('person_id', '=', goneId)
    .where('plan_year', 'in', planYears)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('waiver as own')
            .select('own.id')
            .where('own.person_id', '=', keptId)
            .whereRef('own.requirement_id', '=', 'waiver.requirement_id'),
        ),
      ),
    )
    .orderBy('id');
}

export function giveWaiver(db: Db, asked: { id: string; personId: string }) {
  return db.updateTable('waiver').set({ person_id: asked.personId }).where('id', '=', asked.id);
}
