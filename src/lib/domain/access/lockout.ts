import { addSeconds, secondsBetween, type Instant } from '../shared/time.ts';

/** Five failures within ten minutes lock for fifteen (GB/T 22239-2019 level 3: handling of failed sign-ins). */
const MOST_FAILURES = 5;
const WINDOW_SECONDS = 600;
const LOCK_SECONDS = 900;

export interface Failures {
  failures: number;
  firstAt: Instant;
  lockedUntil: Instant | null;
}

/** State after one more failure at `now`; a lock that has ended begins a new count. */
export function afterFailure(before: Failures | null, now: Instant): Failures {
  const isOver = before?.lockedUntil != null && before.lockedUntil <= now;
  const isOld = before !== null && secondsBetween(before.firstAt, now) > WINDOW_SECONDS;
  if (before === null || isOver || isOld) return { failures: 1, firstAt: now, lockedUntil: null };
  const failures = before.failures + 1;
  const lockedUntil =
    failures >= MOST_FAILURES ? (before.lockedUntil ?? addSeconds(now, LOCK_SECONDS)) : null;
  return { failures, firstAt: before.firstAt, lockedUntil };
}

/** End of the lock in force at `now`, or null. A lock always ends by itself. */
export function lockEnd(state: Failures | null, now: Instant): Instant | null {
  return state?.lockedUntil != null && state.lockedUntil > now ? state.lockedUntil : null;
}
