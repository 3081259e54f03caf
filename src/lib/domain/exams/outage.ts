import { secondsBetween, type Instant } from '../shared/time.ts';

/** A shorter gap between heartbeats is no outage (product rules, Exam). */
export const SHORTEST_OUTAGE_SECONDS = 30;

/** A time when no process of the installation was alive. */
export interface Gap {
  from: Instant;
  to: Instant;
}

/** The gap between the last heartbeat and `now`, or null when it is too short to count. */
export function gapSince(lastBeat: Instant, now: Instant): Gap | null {
  return secondsBetween(lastBeat, now) >= SHORTEST_OUTAGE_SECONDS ? { from: lastBeat, to: now } : null;
}

/**
 * Seconds by which a gap lengthens an open attempt, so that what was left to the candidate when the gap began is
 * left to him when it ends; rounded up. 0 when the attempt was already over when it began, or began after it.
 */
export function outageSeconds(gap: Gap, attempt: { startedAt: Instant; deadline: Instant }): number {
  if (attempt.deadline < gap.from || attempt.startedAt >= gap.to) return 0;
  const lostFrom = attempt.startedAt > gap.from ? attempt.startedAt : gap.from;
  return -secondsBetween(gap.to, lostFrom);
}
