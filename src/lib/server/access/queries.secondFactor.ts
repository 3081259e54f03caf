import type { Insertable } from 'kysely';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

export function secondFactorOf(db: Db, accountId: string) {
  return db.selectFrom('second_factor').selectAll().where('account_id', '=', accountId);
}

/** A new secret; it takes the place of one that was never confirmed. */
export function beginFactor(db: Db, row: Insertable<Tables['second_factor']>) {
  const { secret_cipher, begun_at, last_counter } = row;
  return db
    .insertInto('second_factor')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ secret_cipher, begun_at, last_counter })
        .where('second_factor.confirmed_at', 'is', null),
    );
}

/** Takes the code of a time step once: no row changes when a later one was used meanwhile. */
export function spendCounter(db: Db, accountId: string, counter: number) {
  return db
    .updateTable('second_factor')
    .set({ last_counter: counter })
    .where('account_id', '=', accountId)
    .where('last_counter', '<', counter);
}

export function confirmFactor(db: Db, accountId: string, now: Instant) {
  return db
    .updateTable('second_factor')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null);
}

export function deleteFactor(db: Db, accountId: string) {
  return db.deleteFrom('second_factor').where('account_id', '=', accountId);
}

export function insertRecoveryCodes(db: Db, rows: Insertable<Tables['recovery_code']>[]) {
  return db.insertInto('recovery_code').values(rows);
}

export function deleteRecoveryCodes(db: Db, accountId: string) {
  return db.deleteFrom('recovery_code').where('account_id', '=', accountId);
}

/** Uses a recovery code once. */
export function spendRecoveryCode(
  db: Db,
  spent: { accountId: string; codeHashes: readonly string[]; now: Instant },
) {
  return db
    .updateTable('recovery_code')
    .set({ used_at: spent.now })
    .where('code_hash', 'in', spent.codeHashes)
    .where('account_id', '=', spent.accountId)
    .where('used_at', 'is', null);
}

export function recoveryCodesLeft(db: Db, accountId: string) {
  return db
    .selectFrom('recovery_code')
    .select((count) => count.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null);
}
