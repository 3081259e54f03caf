import type { Instant } from '#lib/domain/shared/time.ts';
import { handleOf, type Db } from '../db/index.ts';
import { lockKeys } from './limits.ts';
import { anyUnit, topUnits } from './queries.ts';
import { locksUntil } from './queries.throttle.ts';
import type { Thing } from './require.ts';

/**
 * Which of these accounts cannot sign in just now after too many failures, whether the account name or the mobile
 * number was typed. Computers that know the account may still let its person in.
 */
export async function lockedOut(
  db: Db,
  asked: { now: Instant; accounts: () => Promise<readonly { personId: string; accountId: string }[]> },
): Promise<string[]> {
  const locks = new Set((await locksUntil(db, asked.now).execute()).map((row) => row.key));
  if (locks.size === 0) return [];
  const accounts = await asked.accounts();
  return accounts
    .filter(({ accountId }) => lockKeys(accountId).some((key) => locks.has(key)))
    .map((one) => one.personId);
}

/** The whole installation as a thing: theirs who hold the top of its tree. */
export async function thingOfInstallation(db: Db): Promise<Thing> {
  const tops = await topUnits(db).execute();
  return { unitPath: tops.map((top) => top.id) };
}

const SETTLED = Symbol('installation is set up');

/** True while the installation has no unit yet. Once it has one it never loses it, and nothing is read again. */
export async function awaitsSetup(db: Db): Promise<boolean> {
  const settled = handleOf<{ is: boolean }>(db, SETTLED, () => ({ is: false }));
  settled.is ||= (await anyUnit(db).executeTakeFirst()) !== undefined;
  return !settled.is;
}
