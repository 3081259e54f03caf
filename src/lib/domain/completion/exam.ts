import { EXAM, NO_MARKS, type ExamMarks, type Placement, type Standing } from './standing.ts';
import type { Day } from '../shared/time.ts';

/** A person on the roster of one exam of the year, with what he handed in. */
export interface Candidacy {
  examId: string;
  rosterOn: Day;
  state: 'due' | 'exempt' | 'left' | 'outside';
  /** The candidate's unit and those above it on the roster date. */
  placement: Placement;
  passHundredths: number;
  excellentHundredths: number;
  attempts: readonly SatAttempt[];
}

/** An attempt; only those submitted by the person or closed by the clock count as having sat. */
export interface SatAttempt {
  sitting: 'main' | 'makeup';
  status: 'open' | 'submitted' | 'closed';
  /** Null until graded. */
  scoreHundredths: number | null;
}

/**
 * Standing of a person in the exams of a year, or null when he is on no roster of it.
 * 应考 = due in at least one exam; where several rosters have him he counts once, at the place of the latest.
 * 实考, 合格, 优秀 look at due candidacies only, so no rate passes 100 % (product rules, Counting).
 */
export function examStanding(
  personId: string,
  planYear: number,
  candidacies: readonly Candidacy[],
): Standing | null {
  const due = candidacies.filter((one) => one.state === 'due');
  const exempt = candidacies.filter((one) => one.state === 'exempt');
  const place = latest(due.length > 0 ? due : exempt);
  if (place === null) return null;
  return {
    personId,
    planYear,
    requirementId: EXAM,
    unitPath: place.placement.unitPath,
    leadership: place.placement.leadership,
    state: due.length > 0 ? 'due' : 'exempt',
    main: due.map((one) => marksIn(one, (attempt) => attempt.sitting === 'main')).reduce(either, NO_MARKS),
    best: due.map((one) => marksIn(one, () => true)).reduce(either, NO_MARKS),
  };
}

function latest(candidacies: readonly Candidacy[]): Candidacy | null {
  return candidacies.reduce<Candidacy | null>(
    (best, one) => (best === null || isLater(one, best) ? one : best),
    null,
  );
}

function isLater(a: Candidacy, b: Candidacy): boolean {
  return a.rosterOn === b.rosterOn ? a.examId > b.examId : a.rosterOn > b.rosterOn;
}

function marksIn(candidacy: Candidacy, belongs: (attempt: SatAttempt) => boolean): ExamMarks {
  const sat = candidacy.attempts.filter((attempt) => attempt.status !== 'open' && belongs(attempt));
  const best = Math.max(-1, ...sat.map((attempt) => attempt.scoreHundredths ?? -1));
  return {
    present: sat.length > 0,
    passed: best >= candidacy.passHundredths,
    excellent: best >= Math.max(candidacy.passHundredths, candidacy.excellentHundredths),
  };
}

function either(a: ExamMarks, b: ExamMarks): ExamMarks {
  return {
    present: a.present || b.present,
    passed: a.passed || b.passed,
    excellent: a.excellent || b.excellent,
  };
}
