import {
  accountRule,
  addressRule,
  afterFailure,
  lockEnd,
  type Failures,
  type LockRule,
} from '#lib/domain/access/lockout.ts';
import type { AccountPolicy } from '#lib/domain/access/policy.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiClock, type Instant } from '#lib/domain/shared/time.ts';
import { handleOf, type Db } from '../db/index.ts';
import { keyedHash } from '../platform/cipher.ts';
import { deviceKnown } from './devices.ts';
import { changeThrottle, clearThrottle, insertThrottle, throttleOf } from './queries.throttle.ts';

/** Something whose failures are counted. */
export interface Gate {
  key: string;
  rule: LockRule;
  /** Many people come through it at once, and the success of one says nothing about the others. */
  isShared: boolean;
}

export interface Caller {
  /** Null for a login that nobody has: it is counted all the same, so that nobody can tell. */
  accountId: string | null;
  login: string;
  address: string;
  /** Cookie of known computers. */
  device: string;
}

/** Keys of the failures at an account from computers that do not know it. */
export const lockKeys = (accountId: string) => [`sign-in:${accountId}`, `second:${accountId}`];

/**
 * Where the failures of a caller are counted: at the computer, if it knows the account; else at the account and at the
 * address. So neither a stranger's guesses nor those of a neighbour behind the same address lock out who has signed in
 * from his own computer before.
 *
 * @param step the secret asked for: `sign-in` (password) or `second` (second factor)
 */
export function gatesOf(
  db: Db,
  caller: Caller,
  { policy, step }: { policy: AccountPolicy; step: 'sign-in' | 'second' },
): Gate[] {
  const { accountId, login, address } = caller;
  const rule = accountRule(policy);
  const known = accountId === null ? null : deviceKnown(db, caller.device, accountId);
  if (known !== null) return [{ key: `device:${accountId}:${step}:${known}`, rule, isShared: false }];
  const key = `${step}:${accountId ?? keyedHash(db, 'throttle', login)}`;
  return [
    { key, rule, isShared: false },
    { key: `address:${keyedHash(db, 'throttle', address)}`, rule: addressRule(policy), isShared: true },
  ];
}

export function lockedError(until: Instant): DomainError {
  const time = shanghaiClock(until).slice(11, 16);
  return new DomainError(
    'tooMany',
    `输错次数过多，请在 ${time} 之后再试，或请本单位培训管理员发一次性登录码。`,
  );
}

export async function failuresAt(db: Db, key: string): Promise<Failures | null> {
  const row = await throttleOf(db, key).executeTakeFirst();
  return row ? { failures: row.failures, firstAt: row.first_at, lockedUntil: row.locked_until } : null;
}

/** Passwords being checked at this moment, by key: guesses sent all at once are not more than the rule admits. */
const CHECKING = Symbol('secrets being checked');

/** Refuses a caller at a locked gate, or one more than the failures that are left at a gate of one account. */
function refuseAt(
  { key, rule, isShared }: Gate,
  state: Failures | null,
  { now, checking }: { now: Instant; checking: Map<string, number> },
): void {
  const until = lockEnd(state, now);
  if (until) throw lockedError(until);
  const failures = afterFailure(state, now, rule).failures - 1;
  if (isShared || failures + (checking.get(key) ?? 0) < rule.failures) return;
  throw new DomainError('tooMany', '同时尝试的次数过多，请稍等片刻再试。');
}

/**
 * Runs `check` unless a gate is locked, or as many checks are under way at one as failures are left to it. Refuses
 * with `tooMany`.
 */
export async function throughGates<T>(
  db: Db,
  gates: readonly Gate[],
  { now, check }: { now: Instant; check: () => Promise<T> },
): Promise<T> {
  const states: (Failures | null)[] = [];
  for (const { key } of gates) states.push(await failuresAt(db, key));
  const checking = handleOf(db, CHECKING, () => new Map<string, number>());
  for (const [index, gate] of gates.entries()) refuseAt(gate, states[index] ?? null, { now, checking });
  for (const { key } of gates) checking.set(key, (checking.get(key) ?? 0) + 1);
  try {
    return await check();
  } finally {
    for (const { key } of gates) {
      const left = (checking.get(key) ?? 1) - 1;
      if (left > 0) checking.set(key, left);
      else checking.delete(key);
    }
  }
}

/** Counts a failure at a gate; a count that another request changed meanwhile is read again. */
async function countAt(db: Db, { key, rule }: Gate, now: Instant): Promise<Failures> {
  for (;;) {
    const before = await failuresAt(db, key);
    const next = afterFailure(before, now, rule);
    const row = { key, failures: next.failures, first_at: next.firstAt, locked_until: next.lockedUntil };
    const written = before
      ? (await changeThrottle(db, row, before.failures).executeTakeFirst()).numUpdatedRows
      : ((await insertThrottle(db, row).executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n);
    if (written > 0n) return next;
  }
}

/** Counts a failure at every gate; answers when the longest lock ends, or null, and the count at the first gate. */
export async function countFailure(
  db: Db,
  gates: readonly Gate[],
  now: Instant,
): Promise<{ until: Instant | null; failures: number }> {
  const states: Failures[] = [];
  for (const gate of gates) states.push(await countAt(db, gate, now));
  const ends = states.map((state) => lockEnd(state, now)).filter((end) => end !== null);
  return { until: ends.sort().at(-1) ?? null, failures: states[0]?.failures ?? 0 };
}

/** After a success the account's own count begins anew; that of the address goes on. */
export async function clearGates(db: Db, gates: readonly Gate[]): Promise<void> {
  for (const { key, isShared } of gates) if (!isShared) await clearThrottle(db, key).execute();
}
