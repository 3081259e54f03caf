import { addSeconds, earliest, secondsBetween, type Instant } from '../shared/time.ts';

/** What fixes the end of an attempt. */
export interface AttemptTerms {
  startedAt: Instant;
  durationSeconds: number;
  /** End of the sitting's window. */
  closesAt: Instant;
  /** Sum of all allowances given to the attempt. */
  allowanceSeconds: number;
}

/** deadline = min(start + duration, window end) + allowances (product rules, Exam). */
export function deadlineOf(terms: AttemptTerms): Instant {
  const regular = earliest(addSeconds(terms.startedAt, terms.durationSeconds), terms.closesAt);
  return addSeconds(regular, terms.allowanceSeconds);
}

/** Whole seconds left at `now`, never negative. */
export function remainingSeconds(deadline: Instant, now: Instant): number {
  return Math.max(0, secondsBetween(now, deadline));
}
