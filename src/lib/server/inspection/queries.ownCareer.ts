import type { Db } from '../db/index.ts';

/** What is held about somebody's way through units, and what he was asked and allowed to do. */
export async function ownCareer(db: Db, { personId, most }: { personId: string; most: number }) {
  const account = db.selectFrom('account').select('id').where('person_id', '=', personId);
  return {
    roles: await db
      .selectFrom('role_grant as grant')
      .innerJoin('unit', 'unit.id', 'grant.unit_id')
      .select(['grant.role', 'unit.name as unit', 'grant.valid_from', 'grant.valid_to'])
      .where('grant.account_id', 'in', account)
      .orderBy('grant.valid_from')
      .limit(most)
      .execute(),
    portalLinks: await db
      .selectFrom('portal_link as link')
      .innerJoin('portal', 'portal.id', 'link.portal_id')
      .select(['portal.name as portal', 'link.subject', 'link.linked_at', 'link.linked_by'])
      .where('link.account_id', 'in', account)
      .orderBy('link.linked_at')
      .limit(most)
      .execute(),
    transfers: await db
      .selectFrom('transfer as move')
      .innerJoin('unit as sender', 'sender.id', 'move.from_unit_id')
      .innerJoin('unit as receiver', 'receiver.id', 'move.to_unit_id')
      .select(['sender.name as from_unit', 'receiver.name as to_unit', 'move.day', 'move.reason'])
      .select(['move.status', 'move.proposed_at', 'move.decided_reason'])
      .where('move.person_id', '=', personId)
      .orderBy('move.proposed_at')
      .limit(most)
      .execute(),
    statusChanges: await db
      .selectFrom('status_change')
      .select(['status', 'day', 'expected_until', 'place', 'reason', 'entered_at'])
      .where('person_id', '=', personId)
      .orderBy('day')
      .limit(most)
      .execute(),
    plans: await db
      .selectFrom('plan_member as member')
      .innerJoin('plan', 'plan.id', 'member.plan_id')
      .select(['plan.title', 'plan.plan_year', 'member.valid_from', 'member.valid_to'])
      .where('member.person_id', '=', personId)
      .orderBy('member.valid_from')
      .limit(most)
      .execute(),
    selections: await db
      .selectFrom('selection_person as listed')
      .innerJoin('selection', 'selection.id', 'listed.selection_id')
      .select(['selection.name as list', 'selection.held_on'])
      .where('listed.person_id', '=', personId)
      .orderBy('selection.held_on')
      .limit(most)
      .execute(),
    assignments: await db
      .selectFrom('assignment_target as target')
      .innerJoin('assignment', 'assignment.id', 'target.assignment_id')
      .innerJoin('course', 'course.id', 'assignment.course_id')
      .select(['course.title', 'assignment.reason', 'assignment.assigned_at', 'assignment.due_on'])
      .select(['assignment.withdrawn_at', 'target.left_on'])
      .where('target.person_id', '=', personId)
      .orderBy('assignment.assigned_at')
      .limit(most)
      .execute(),
  };
}
