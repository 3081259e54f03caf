import type { Insertable } from 'kysely';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

type ThrottleRow = Insertable<Tables['throttle']>;

export function throttleOf(db: Db, key: string) {
  return db.selectFrom('throttle').selectAll().where('key', '=', key);
}

/** Locks that still hold. */
export function locksUntil(db: Db, now: Instant) {
  return db.selectFrom('throttle').select('key').where('locked_until', '>', now);
}

/** Begins a count; no row is written when another request has begun it. */
export function insertThrottle(db: Db, row: ThrottleRow) {
  return db
    .insertInto('throttle')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing());
}

/** Carries a count on from `seen` failures; no row changes when another request was faster. */
export function changeThrottle(db: Db, row: ThrottleRow, seen: number) {
  const { failures, first_at, locked_until } = row;
  return db
    .updateTable('throttle')
    .set({ failures, first_at, locked_until })
    .where('key', '=', row.key)
    .where('failures', '=', seen);
}

export function clearThrottle(db: Db, key: string) {
  return db.deleteFrom('throttle').where('key', '=', key);
}

/** Every count of an account, whatever the computer and the step. */
export function clearThrottlesOf(db: Db, accountId: string) {
  return db
    .deleteFrom('throttle')
    .where((or) =>
      or.or([
        or('key', 'in', [`sign-in:${accountId}`, `second:${accountId}`]),
        or('key', 'like', `device:${accountId}:%`),
      ]),
    );
}

/** Counts whose window and lock are long over. */
export function deleteOldThrottles(db: Db, before: Instant) {
  return db
    .deleteFrom('throttle')
    .where('first_at', '<', before)
    .where((or) => or.or([or('locked_until', 'is', null), or('locked_until', '<', before)]));
}
