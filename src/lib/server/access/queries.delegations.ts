import type { Day } from '#lib/domain/shared/time.ts';
import { unitLabel, type Db } from '../db/index.ts';

/** The leader's grants of an account that hold on a day over a unit whose path is given, the longest first. */
export function leadershipOver(db: Db, asked: { accountId: string; unitPath: readonly string[]; day: Day }) {
  return db
    .selectFrom('role_grant')
    .select(['id', 'valid_to'])
    .where('account_id', '=', asked.accountId)
    .where('role', '=', 'leader')
    .where('unit_id', 'in', asked.unitPath)
    .where('valid_from', '<=', asked.day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', asked.day)]))
    .orderBy('valid_to', (by) => by.desc().nullsFirst());
}

/** Delegations that a person gave or received and that have not ended before a day, the first to end first. */
export function delegationsOf(db: Db, personId: string, day: Day) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account as clerk', 'clerk.id', 'role_grant.account_id')
    .innerJoin('person as clerk_person', 'clerk_person.id', 'clerk.person_id')
    .innerJoin('role_grant as above', 'above.id', 'role_grant.given_under')
    .innerJoin('account as leader', 'leader.id', 'above.account_id')
    .innerJoin('person as leader_person', 'leader_person.id', 'leader.person_id')
    .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
    .select([
      'role_grant.id',
      'role_grant.valid_from',
      'role_grant.valid_to',
      unitLabel.as('unit_name'),
      'clerk_person.name as clerk_name',
      'leader_person.name as leader_name',
      'leader.person_id as leader_id',
    ])
    .where((or) => or.or([or('leader.person_id', '=', personId), or('clerk.person_id', '=', personId)]))
    .where('role_grant.valid_to', '>=', day)
    .orderBy('role_grant.valid_to')
    .limit(100);
}

/** A delegation with whose it is. */
export function delegationById(db: Db, id: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('role_grant as above', 'above.id', 'role_grant.given_under')
    .innerJoin('account as leader', 'leader.id', 'above.account_id')
    .innerJoin('account as clerk', 'clerk.id', 'role_grant.account_id')
    .select(['role_grant.id', 'role_grant.unit_id', 'role_grant.valid_to'])
    .select(['leader.person_id as leader_id', 'clerk.person_id as clerk_id'])
    .where('role_grant.id', '=', id);
}

/** Ends what was given under a grant and would outlast the day. */
export function endGrantsUnder(db: Db, grantId: string, day: Day) {
  return db
    .updateTable('role_grant')
    .set({ valid_to: day })
    .where('given_under', '=', grantId)
    .where('valid_to', '>', day);
}
