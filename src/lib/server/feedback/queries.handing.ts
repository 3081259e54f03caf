import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** Holders of roles over a unit whose path is given, on a day, who can sign in; a row for each of their grants. */
export function handlersOver(
  db: Db,
  asked: { roles: readonly string[]; unitPath: readonly string[]; day: Day; notOf: readonly string[] },
) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
    .select(['person.id', 'person.name', 'role_grant.role', 'role_grant.unit_id'])
    .select('unit.name as unit_name')
    .where('role_grant.role', 'in', asked.roles)
    .where('role_grant.unit_id', 'in', asked.unitPath)
    .where('role_grant.valid_from', '<=', asked.day)
    .where((or) => or.or([or('role_grant.valid_to', 'is', null), or('role_grant.valid_to', '>=', asked.day)]))
    .where('account.state', '=', 'active')
    .where('person.id', 'not in', asked.notOf)
    .orderBy('person.name_key')
    .orderBy('role_grant.id')
    .limit(200);
}
