import { addSeconds, secondsBetween, type Instant } from '../shared/time.ts';
import type { AccountPolicy } from './policy.ts';

/** How many failures within how many seconds lock for how long (GB/T 22239-2019 level 3: failed sign-ins). */
export interface LockRule {
  failures: number;
  windowSeconds: number;
  lockSeconds: number;
}

export interface Failures {
  failures: number;
  firstAt: Instant;
  lockedUntil: Instant | null;
}

/** Failures at one account, from computers it does not know or from one it knows. */
export function accountRule(policy: AccountPolicy): LockRule {
  return {
    failures: policy.failures,
    windowSeconds: policy.failureMinutes * 60,
    lockSeconds: policy.lockMinutes * 60,
  };
}

/** Failures from one address whatever the account. Nobody who signs in at once is counted. */
export function addressRule(policy: AccountPolicy): LockRule {
  return { ...accountRule(policy), failures: policy.addressFailures };
}

/** State after one more failure at `now`; a lock that has ended begins a new count. */
export function afterFailure(before: Failures | null, now: Instant, rule: LockRule): Failures {
  const isOver = before?.lockedUntil != null && before.lockedUntil <= now;
  const isOld = before !== null && secondsBetween(before.firstAt, now) > rule.windowSeconds;
  const counted = before === null || isOver || isOld ? null : before;
  const failures = (counted?.failures ?? 0) + 1;
  const lockedUntil =
    failures >= rule.failures ? (counted?.lockedUntil ?? addSeconds(now, rule.lockSeconds)) : null;
  return { failures, firstAt: counted?.firstAt ?? now, lockedUntil };
}

/** End of the lock in force at `now`, or null. A lock always ends by itself. */
export function lockEnd(state: Failures | null, now: Instant): Instant | null {
  return state?.lockedUntil != null && state.lockedUntil > now ? state.lockedUntil : null;
}
