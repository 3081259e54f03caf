import type { Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { keyedHash } from '../platform/cipher.ts';
import { locksUntil } from './queries.ts';

/**
 * Which of these accounts cannot sign in under their login just now after too many failures. The key of a lock is a
 * keyed hash of what was typed, so a lock under a mobile number is not found here.
 */
export async function lockedOut(
  db: Db,
  asked: { now: Instant; accounts: () => Promise<readonly { personId: string; login: string }[]> },
): Promise<string[]> {
  const locks = new Set((await locksUntil(db, asked.now).execute()).map((row) => row.key));
  if (locks.size === 0) return [];
  const accounts = await asked.accounts();
  return accounts
    .filter(({ login }) => locks.has(`sign-in:${keyedHash(db, 'throttle', login)}`))
    .map((one) => one.personId);
}
