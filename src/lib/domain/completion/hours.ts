import { ALL_HOURS, NO_MARKS, type Placement, type Standing } from './standing.ts';

/** What one person's year of hours is judged by. */
export interface HoursYear {
  personId: string;
  planYear: number;
  /** Where he counts on the as-of day; null when he holds no principal post that day. */
  placement: Placement | null;
  /** Codes of his classes on the as-of day, of all his posts. */
  classCodes: readonly string[];
  /** Requirements of the year that ask for hours. */
  requirements: readonly HoursRequirement[];
  /** The year's total of each ledger, hundredths. */
  totals: Readonly<Record<string, number>>;
}

export interface HoursRequirement {
  id: string;
  classCode: string;
  ledger: string;
  targetHundredths: number;
}

/**
 * Standings in the hours of a year: one for each requirement that meets one of the person's classes, and `ALL_HOURS`
 * over them. A requirement is reached when the ledger's total of the year is not below its target.
 * Nobody without a principal post on the as-of day has a standing (product rules, Counting).
 */
export function hoursStandings(year: HoursYear): Standing[] {
  const { placement } = year;
  if (placement === null) return [];
  const asked = year.requirements.filter(
    (one) => one.targetHundredths > 0 && year.classCodes.includes(one.classCode),
  );
  if (asked.length === 0) return [];
  const stand = (requirementId: string, reached: boolean): Standing => ({
    personId: year.personId,
    planYear: year.planYear,
    requirementId,
    unitPath: placement.unitPath,
    leadership: placement.leadership,
    state: reached ? 'reached' : 'due',
    main: NO_MARKS,
    best: NO_MARKS,
  });
  const isReached = (one: HoursRequirement) => (year.totals[one.ledger] ?? 0) >= one.targetHundredths;
  return [stand(ALL_HOURS, asked.every(isReached)), ...asked.map((one) => stand(one.id, isReached(one)))];
}
