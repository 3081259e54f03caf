import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';

/** A new address takes the old one's place, unconfirmed. */
export function setEmail(db: Db, accountId: string, email: { cipher: string; hash: string }) {
  return db
    .updateTable('account')
    .set({ email_cipher: email.cipher, email_hash: email.hash, email_confirmed_at: null })
    .where('id', '=', accountId);
}

/** The address has shown itself to be its person's, unless it is another by now. */
export function confirmEmail(db: Db, accountId: string, emailHash: string, now: Instant) {
  return db
    .updateTable('account')
    .set({ email_confirmed_at: now })
    .where('id', '=', accountId)
    .where('email_hash', '=', emailHash);
}
