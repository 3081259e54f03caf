import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/index.ts';

/** Approved releases of the member of the surrounding `plan_member` from the whole requirement of its `plan`. */
export function wholeReleases(db: { selectFrom: Db['selectFrom'] }) {
  return db
    .selectFrom('waiver')
    .select('waiver.id')
    .where(sql<SqlBool>`waiver.person_id = plan_member.person_id`)
    .where(sql<SqlBool>`waiver.requirement_id = plan.requirement_id`)
    .where('waiver.status', '=', 'approved')
    .where('waiver.released_hundredths', 'is', null);
}

/**
 * SQL: a completion counts for the surrounding `assignment`: one of its plan year, or made since it was assigned. What
 * is due in January is not done twice by who did it in December.
 */
export const countsForAssignment = sql<SqlBool>`(lesson_completion.plan_year = assignment.plan_year
  or lesson_completion.completed_at >= assignment.assigned_at)`;
