import { heldSince, targetSince, type JoinerRule } from '../plans/asked.ts';
import type { DayInterval } from '../shared/interval.ts';
import { ALL_HOURS, NO_MARKS, type Placement, type Standing, type StandingState } from './standing.ts';

/** What one person's year of hours is judged by. */
export interface HoursYear {
  personId: string;
  planYear: number;
  /** Where he counts on the as-of day; null when he holds no principal post that day. */
  placement: Placement | null;
  /** Codes of his classes on the as-of day, of all his posts. */
  classCodes: readonly string[];
  /** Days on which he held a class in the year, of all his posts. */
  classDays: readonly ({ classCode: string } & DayInterval)[];
  /** Requirements of the year that ask for hours. */
  requirements: readonly HoursRequirement[];
  /** The year's total of each ledger, hundredths. */
  totals: Readonly<Record<string, number>>;
  /** Approved releases of this person in this year. */
  releases: readonly Release[];
}

/** 免训 or 减免: from a whole requirement, or by so many hundredths of its target. */
export interface Release {
  requirementId: string;
  /** Null: from the whole requirement. */
  releasedHundredths: number | null;
}

export interface HoursRequirement {
  id: string;
  classCode: string;
  ledger: string;
  targetHundredths: number;
  /** What it asks of who comes under it in the course of the year. */
  joiners: JoinerRule;
}

/**
 * Standings in the hours of a year: one for each requirement that meets one of the person's classes, and `ALL_HOURS`
 * over them. A requirement is reached when the ledger's total of the year is not below its target, less what the
 * person is released of it; who is released from the whole of it is exempt, and over all when he is from each.
 * Nobody without a principal post on the as-of day has a standing (product rules, Counting).
 */
export function hoursStandings(year: HoursYear): Standing[] {
  const { placement } = year;
  if (placement === null) return [];
  const asked = year.requirements
    .filter((one) => year.classCodes.includes(one.classCode))
    .map((one) => ({ ...one, targetHundredths: targetFor(one, year) }))
    .filter((one) => one.targetHundredths > 0);
  if (asked.length === 0) return [];
  const stand = (requirementId: string, state: StandingState): Standing => ({
    personId: year.personId,
    planYear: year.planYear,
    requirementId,
    unitPath: placement.unitPath,
    leadership: placement.leadership,
    state,
    main: NO_MARKS,
    best: NO_MARKS,
  });
  const stands = asked.map((one) => stand(one.id, stateIn(one, year)));
  return [stand(ALL_HOURS, overAll(stands.map((one) => one.state))), ...stands];
}

/** What a requirement asks of this person before any release: less, or nothing, where he joined in the year. */
function targetFor(requirement: HoursRequirement, { planYear, classDays }: HoursYear): number {
  const held = classDays.filter((one) => one.classCode === requirement.classCode);
  const since = heldSince(held, planYear);
  return since === null ? requirement.targetHundredths : targetSince({ ...requirement, planYear }, since);
}

function stateIn(requirement: HoursRequirement, { totals, releases }: HoursYear): StandingState {
  const released = releases.filter((one) => one.requirementId === requirement.id);
  if (released.some((one) => one.releasedHundredths === null)) return 'exempt';
  const target = released.reduce(
    (left, one) => left - (one.releasedHundredths ?? 0),
    requirement.targetHundredths,
  );
  return (totals[requirement.ledger] ?? 0) >= target ? 'reached' : 'due';
}

function overAll(states: readonly StandingState[]): StandingState {
  if (states.includes('due')) return 'due';
  return states.includes('reached') ? 'reached' : 'exempt';
}
