import type { Instant } from '../shared/time.ts';

/** How far a candidate is with an exam. */
export type CandidacyState = 'upcoming' | 'open' | 'inProgress' | 'finished' | 'missed';

export interface CandidacyFacts {
  opensAt: Instant;
  closesAt: Instant;
  attemptsAllowed: number;
  attemptsUsed: number;
  hasOpenAttempt: boolean;
}

/** True from the moment the window opens until the moment it closes, both included. */
export function isWindowOpen(window: { opensAt: Instant; closesAt: Instant }, now: Instant): boolean {
  return window.opensAt <= now && now <= window.closesAt;
}

/** State of a candidacy at `now`. An attempt under way counts before everything else. */
export function candidacyState(facts: CandidacyFacts, now: Instant): CandidacyState {
  if (facts.hasOpenAttempt) return 'inProgress';
  if (now < facts.opensAt) return 'upcoming';
  if (now > facts.closesAt) return facts.attemptsUsed > 0 ? 'finished' : 'missed';
  return facts.attemptsUsed < facts.attemptsAllowed ? 'open' : 'finished';
}

/** The attempt that counts: the highest score, the earlier of equals; null when none is graded. */
export function bestOf<One extends { number: number; scoreHundredths: number | null }>(
  attempts: readonly One[],
): One | null {
  return attempts.reduce<One | null>((best, one) => {
    if (one.scoreHundredths === null) return best;
    if (best === null) return one;
    const difference = one.scoreHundredths - (best.scoreHundredths ?? 0);
    return difference > 0 || (difference === 0 && one.number < best.number) ? one : best;
  }, null);
}

/**
 * True when keys and explanations may be shown: every window of the exam is over and nobody still sits
 * (an allowance can outlast the window). Before, right or wrong per item would be the key for a later attempt.
 */
export function isReleased(exam: ReleaseFacts, now: Instant): boolean {
  return exam.policy !== 'totals' && now > exam.lastCloses && exam.openAttempts === 0;
}

export interface ReleaseFacts {
  /** End of the exam's last window. */
  lastCloses: Instant;
  openAttempts: number;
  /** `totals`: items stay closed even then, as the coordinator settled; items unless told. */
  policy?: 'items' | 'totals';
}
