import type { Insertable } from 'kysely';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

/** A session with its person and the grants of the account: a row a grant, one where there is none. */
export function sessionByHash(db: Db, tokenHash: string) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('role_grant', 'role_grant.account_id', 'account.id')
    .select([
      'session.id as session_id',
      'session.account_id',
      'session.created_at',
      'session.expires_at',
      'account.person_id',
      'person.name',
    ])
    .select(['role_grant.role', 'role_grant.unit_id', 'role_grant.valid_from', 'role_grant.valid_to'])
    .where('session.token_hash', '=', tokenHash)
    .where('account.state', '=', 'active');
}

export function insertSession(db: Db, session: Insertable<Tables['session']>) {
  return db.insertInto('session').values(session);
}

export function slideSession(db: Db, tokenHash: string, expiresAt: Instant) {
  return db.updateTable('session').set({ expires_at: expiresAt }).where('token_hash', '=', tokenHash);
}

export function deleteSession(db: Db, tokenHash: string) {
  return db.deleteFrom('session').where('token_hash', '=', tokenHash);
}

export function deleteSessionsOf(db: Db, accountId: string) {
  return db.deleteFrom('session').where('account_id', '=', accountId);
}

export function deleteExpired(db: Db, before: Instant) {
  return db.deleteFrom('session').where('expires_at', '<', before);
}

/** A running attempt counts as activity: nobody is signed out inside an exam. */
export function openAttemptOf(db: Db, personId: string, now: Instant) {
  return db
    .selectFrom('attempt')
    .select('attempt.id')
    .where('person_id', '=', personId)
    .where('status', '=', 'open')
    .where('deadline', '>', now)
    .limit(1);
}
