import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** Assignments to whole units that are not withdrawn and not yet due. */
export function followingOpen(db: Db, today: Day) {
  return db
    .selectFrom('assignment')
    .select(['id', 'unit_id'])
    .where('follows_unit', '=', 1)
    .where('due_on', '>=', today)
    .where('withdrawn_at', 'is', null)
    .orderBy('id');
}

/** What of them asks or asked a person. */
export function targetsFollowing(db: Db, personId: string, today: Day) {
  return db
    .selectFrom('assignment_target')
    .innerJoin('assignment', 'assignment.id', 'assignment_target.assignment_id')
    .select(['assignment_target.assignment_id', 'assignment_target.left_on'])
    .where('assignment_target.person_id', '=', personId)
    .where('assignment.follows_unit', '=', 1)
    .where('assignment.due_on', '>=', today)
    .where('assignment.withdrawn_at', 'is', null);
}

interface Target {
  assignmentId: string;
  personId: string;
  day: Day;
}

/** Asks somebody from a day on; who was asked before and left is asked again. */
export function joinTarget(db: Db, target: Target & { unitId: string }) {
  const { assignmentId, personId, unitId, day } = target;
  return db
    .insertInto('assignment_target')
    .values({
      assignment_id: assignmentId,
      person_id: personId,
      unit_id: unitId,
      added_on: day,
      left_on: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['assignment_id', 'person_id']).doUpdateSet({ unit_id: unitId, left_on: null }),
    );
}

export function leaveTarget(db: Db, { assignmentId, personId, day }: Target) {
  return db
    .updateTable('assignment_target')
    .set({ left_on: day })
    .where('assignment_id', '=', assignmentId)
    .where('person_id', '=', personId)
    .where('left_on', 'is', null);
}
