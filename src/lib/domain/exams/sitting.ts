import type { Instant } from '../shared/time.ts';
import { candidacyState, type CandidacyState } from './candidacy.ts';

export type CandidateState = 'due' | 'exempt' | 'left' | 'outside';
export type SittingKind = 'main' | 'makeup';

export const sittingKinds: Record<SittingKind, string> = { main: '主考期', makeup: '补考' };

/** Who may sit a make-up: all who are due and did not pass in the main window, or only who is deferred. */
export type Admission = 'unpassed' | 'deferred';

export interface SittingTerms {
  sittingId: string;
  kind: SittingKind;
  opensAt: Instant;
  closesAt: Instant;
  attemptsAllowed: number;
  admits: Admission;
}

/** Somebody on an exam's list with what he has done so far. */
export interface Sitter {
  candidateState: CandidateState;
  isDeferred: boolean;
  passHundredths: number;
  attempts: readonly SittingAttempt[];
}

export interface SittingAttempt {
  sittingId: string;
  status: 'open' | 'submitted' | 'closed';
  scoreHundredths: number | null;
}

/** A sitting as it stands for one person. */
export interface Place {
  sitting: SittingTerms;
  state: CandidacyState;
  attemptsUsed: number;
}

/** True when the person may sit here: the main window is for everybody listed, a make-up for whom it admits. */
export function isAdmitted(sitting: SittingTerms, main: SittingTerms, sitter: Sitter): boolean {
  if (sitting.kind === 'main' || sitter.isDeferred) return true;
  if (sitting.admits === 'deferred') return false;
  const isCalled = sitter.candidateState === 'due' || sitter.candidateState === 'exempt';
  return isCalled && !hasPassedIn(main, sitter);
}

function hasPassedIn(main: SittingTerms, sitter: Sitter): boolean {
  return sitter.attempts.some(
    (one) =>
      one.sittingId === main.sittingId &&
      one.scoreHundredths !== null &&
      one.scoreHundredths >= sitter.passHundredths,
  );
}

const RANK: Record<CandidacyState, number> = { inProgress: 0, open: 1, upcoming: 2, finished: 3, missed: 4 };

/**
 * The sitting that concerns a person now: the one under way, else one that he may begin, else the next to open, else
 * the one that he sat, else the last that he missed. `sittings` holds the main one and at most one make-up.
 */
export function placeOf(sittings: readonly SittingTerms[], sitter: Sitter, now: Instant): Place {
  const main = sittings.find((one) => one.kind === 'main');
  if (!main) throw new RangeError('an exam has a main sitting');
  const places = sittings
    .filter((sitting) => isAdmitted(sitting, main, sitter))
    .map((sitting) => placeIn(sitting, sitter, now));
  return places.reduce((best, one) => {
    const difference = RANK[one.state] - RANK[best.state];
    const isLater = one.sitting.opensAt > best.sitting.opensAt;
    return difference < 0 || (difference === 0 && one.state === 'missed' && isLater) ? one : best;
  });
}

function placeIn(sitting: SittingTerms, sitter: Sitter, now: Instant): Place {
  const own = sitter.attempts.filter((one) => one.sittingId === sitting.sittingId);
  const facts = {
    ...sitting,
    attemptsUsed: own.length,
    hasOpenAttempt: own.some((one) => one.status === 'open'),
  };
  return { sitting, state: candidacyState(facts, now), attemptsUsed: own.length };
}

/**
 * What sitting does to a person's place on the list: who was exempt, or deferred and sits in the main window after
 * all, is due again (product rules, Counting); null when nothing changes.
 */
export function afterSitting(
  sitter: Pick<Sitter, 'candidateState' | 'isDeferred'>,
  kind: SittingKind,
): string | null {
  if (sitter.candidateState === 'exempt') return '已批准免考，但参加了考试，重新计入应考';
  if (sitter.isDeferred && kind === 'main') return '已批准缓考，但在主考期参加了考试，缓考终止';
  return null;
}

const STATES: Record<CandidateState, string> = {
  due: '应考',
  exempt: '免考',
  left: '已离开',
  outside: '名单外',
};

/** How a candidate stands, in the words of the lists. */
export function candidateLabel(candidate: { state: CandidateState; isDeferred: boolean }): string {
  return candidate.isDeferred && candidate.state === 'due' ? '缓考（应考）' : STATES[candidate.state];
}
