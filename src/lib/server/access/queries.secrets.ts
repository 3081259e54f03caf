import type { Db } from '../db/index.ts';

interface StaleAsk {
  /** How what is written now begins. */
  now: string;
  after: string;
  limit: number;
}

/** Mail addresses that stand under an older key or suite. */
export function staleEmails(db: Db, { now, after, limit }: StaleAsk) {
  return db
    .selectFrom('account')
    .select(['id', 'email_cipher as cipher'])
    .where('email_cipher', 'is not', null)
    .where('email_cipher', 'not like', `${now}:%`)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
}

/** Puts an address in the place of the one that was read. */
export function rewriteEmail(
  db: Db,
  seen: { id: string; cipher: string },
  email: { cipher: string; hash: string },
) {
  return db
    .updateTable('account')
    .set({ email_cipher: email.cipher, email_hash: email.hash })
    .where('id', '=', seen.id)
    .where('email_cipher', '=', seen.cipher);
}

/** Secrets of second factors that stand under an older key or suite. */
export function staleFactors(db: Db, { now, after, limit }: StaleAsk) {
  return db
    .selectFrom('second_factor')
    .select(['account_id as id', 'secret_cipher as cipher'])
    .where('secret_cipher', 'not like', `${now}:%`)
    .where('account_id', '>', after)
    .orderBy('account_id')
    .limit(limit);
}

export function rewriteFactor(db: Db, seen: { id: string; cipher: string }, cipher: string) {
  return db
    .updateTable('second_factor')
    .set({ secret_cipher: cipher })
    .where('account_id', '=', seen.id)
    .where('secret_cipher', '=', seen.cipher);
}
