/** Standing in the year's exam, whatever number of exams the year has, is kept under this requirement. */
export const EXAM = 'exam';
/** Standing in all hours asked of a person in a year is kept under this requirement: reached when each one is. */
export const ALL_HOURS = 'hours';

export type StandingState = 'due' | 'reached' | 'exempt';

/** What an exam has seen of a person who is due in it; excellent implies passed, passed implies present. */
export interface ExamMarks {
  present: boolean;
  passed: boolean;
  excellent: boolean;
}

export const NO_MARKS: ExamMarks = { present: false, passed: false, excellent: false };

/** Where a person counts on a day: the counting unit first, then all units above it in that day's tree. */
export interface Placement {
  unitPath: readonly string[];
  /** Held the class 领导班子 on that day. */
  leadership: boolean;
}

/** Where one person stands in one plan year against one requirement. Whom a requirement does not concern has none. */
export interface Standing extends Placement {
  personId: string;
  planYear: number;
  /** A requirement's id, or `EXAM`, or `ALL_HOURS`. */
  requirementId: string;
  state: StandingState;
  /** Main window alone. */
  main: ExamMarks;
  /** Main window and make-up together: the reading of the yearly report. */
  best: ExamMarks;
}

/** Name of a standing among those of one person. */
export function standingKey(standing: Pick<Standing, 'planYear' | 'requirementId'>): string {
  return `${standing.planYear}/${standing.requirementId}`;
}

/** True when two standings of the same person and requirement say the same and count at the same place. */
export function isSameStanding(a: Standing, b: Standing): boolean {
  return (
    a.state === b.state &&
    a.leadership === b.leadership &&
    a.unitPath.join(' ') === b.unitPath.join(' ') &&
    isSameMarks(a.main, b.main) &&
    isSameMarks(a.best, b.best)
  );
}

function isSameMarks(a: ExamMarks, b: ExamMarks): boolean {
  return a.present === b.present && a.passed === b.passed && a.excellent === b.excellent;
}
