import type { Db } from '../db/index.ts';
import { isSignature, sign } from '../platform/cipher.ts';
import { newToken } from '../platform/ids.ts';

/** Name of the cookie by which a computer shows that somebody has signed in there before. */
export const deviceCookie = 'xuefa_device';

/** People who share a computer and are all known to it. */
const MOST_KNOWN = 5;
const ENTRY = /^([\w-]{16})~([0-9a-f]{64})$/;

const entriesOf = (cookie: string) => cookie.split('.').filter((entry) => ENTRY.test(entry));

function nonceFor(db: Db, entry: string, accountId: string): string | null {
  const [, nonce = '', signature = ''] = ENTRY.exec(entry) ?? [];
  return isSignature(db, 'device', `${accountId}:${nonce}`, signature) ? nonce : null;
}

/**
 * The name under which a computer knows an account, or null. Who sits there is no more signed in than before; but the
 * failures of others elsewhere do not lock him out (OWASP's device cookies).
 */
export function deviceKnown(db: Db, cookie: string, accountId: string): string | null {
  for (const entry of entriesOf(cookie)) {
    const nonce = nonceFor(db, entry, accountId);
    if (nonce !== null) return nonce;
  }
  return null;
}

/** The cookie with which the computer will know the account from now on. */
export function deviceKnowing(db: Db, cookie: string, accountId: string): string {
  const others = entriesOf(cookie).filter((entry) => nonceFor(db, entry, accountId) === null);
  const nonce = newToken(12);
  const own = `${nonce}~${sign(db, 'device', `${accountId}:${nonce}`)}`;
  return [own, ...others].slice(0, MOST_KNOWN).join('.');
}
