import type { Insertable } from 'kysely';
import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db, Tables } from '../db/index.ts';

export function insertSignIn(db: Db, row: Insertable<Tables['sign_in']>) {
  return db.insertInto('sign_in').values(row);
}

/** Latest sign-ins of an account, refused ones too. */
export function signInsOf(db: Db, accountId: string, most: number) {
  return db
    .selectFrom('sign_in')
    .select(['id', 'at', 'outcome', 'method', 'address', 'agent'])
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most);
}

export function deleteSignIns(db: Db, before: Instant) {
  return db.deleteFrom('sign_in').where('at', '<', before);
}
