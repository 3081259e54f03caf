import type { Day } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** Grants with the person who holds each that reach beyond a day. */
function reaching(db: Db, last: Day) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select(['role_grant.id', 'role_grant.role', 'role_grant.unit_id', 'role_grant.valid_to'])
    .select(['role_grant.given_under', 'account.person_id'])
    .where((or) => or.or([or('role_grant.valid_to', 'is', null), or('role_grant.valid_to', '>', last)]))
    .orderBy('role_grant.id');
}

/** Grants of an account that reach beyond a day. */
export function grantsReaching(db: Db, accountId: string, last: Day) {
  return reaching(db, last).where('role_grant.account_id', '=', accountId);
}

/** What was given under a grant and reaches beyond a day. */
export function givenUnder(db: Db, grantId: string, last: Day) {
  return reaching(db, last).where('role_grant.given_under', '=', grantId);
}

/** Delegations that an account gave or received and that reach beyond a day. */
export function delegationsReaching(db: Db, accountId: string, last: Day) {
  return reaching(db, last)
    .innerJoin('role_grant as above', 'above.id', 'role_grant.given_under')
    .where((or) =>
      or.or([or('above.account_id', '=', accountId), or('role_grant.account_id', '=', accountId)]),
    );
}

/** `last` becomes the last day of a grant, unless it ends before that already. */
export function endReaching(db: Db, id: string, last: Day) {
  return db
    .updateTable('role_grant')
    .set({ valid_to: last })
    .where('id', '=', id)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', last)]));
}
