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
      'session.token_hash',
      'session.id as session_id',
      'session.account_id',
      'session.created_at',
      'session.expires_at',
      'session.seen_at',
      'session.has_second_factor',
      'account.person_id',
      'account.password_set_at',
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

/** Notes that a session is in use. */
export function seeSession(db: Db, tokenHash: string, now: Instant) {
  return db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash);
}

/** A second factor was shown within a session, by its public id. */
export function proveSession(db: Db, id: string) {
  return db.updateTable('session').set({ has_second_factor: 1 }).where('id', '=', id);
}

/** The second factor of an account is gone, and what its sessions had shown of it. */
export function unproveSessions(db: Db, accountId: string) {
  return db.updateTable('session').set({ has_second_factor: 0 }).where('account_id', '=', accountId);
}

export function deleteSession(db: Db, tokenHash: string) {
  return db.deleteFrom('session').where('token_hash', '=', tokenHash);
}

export function deleteSessionsOf(db: Db, accountId: string) {
  return db.deleteFrom('session').where('account_id', '=', accountId);
}

/** Ends one session of an account by its public id. */
export function deleteSessionById(db: Db, accountId: string, id: string) {
  return db.deleteFrom('session').where('account_id', '=', accountId).where('id', '=', id);
}

/** Ends every session of an account but one. */
export function deleteOtherSessions(db: Db, accountId: string, keptId: string) {
  return db.deleteFrom('session').where('account_id', '=', accountId).where('id', '!=', keptId);
}

/** Sessions of an account, the last used first. */
export function sessionsOfAccount(db: Db, accountId: string, now: Instant) {
  return db
    .selectFrom('session')
    .select(['id', 'created_at', 'seen_at', 'address', 'agent', 'method', 'has_second_factor'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy((by) => by.fn.coalesce('seen_at', 'created_at'), 'desc')
    .limit(50);
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
