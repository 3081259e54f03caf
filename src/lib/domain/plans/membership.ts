import { common, joined, type DayInterval } from '../shared/interval.ts';
import { addDays, type Day } from '../shared/time.ts';

/** A stretch during which a plan concerned a person. */
export interface Membership {
  from: Day;
  to: Day | null;
}

/** Posts and classes of a person over time: where he counted (each unit with all above it) and what he was. */
export interface History {
  places: readonly ({ unitId: string } & DayInterval)[];
  classes: readonly ({ code: string } & DayInterval)[];
}

/** The days on which a plan of a unit for some classes concerns a person with this history. */
export function concernedBy(
  history: History,
  plan: { unitId: string; classCodes: readonly string[] },
): DayInterval[] {
  const places = history.places.filter((place) => place.unitId === plan.unitId);
  const classes = history.classes.filter((one) => plan.classCodes.includes(one.code));
  const shared = places.flatMap((place) => classes.map((one) => common(place, one)));
  return joined(shared.filter((days) => days !== null));
}

/**
 * Memberships after something that holds since `since` was learned on `today`: what was before stays as it was, from
 * `since` on they follow the days that concern the person. What reaches beyond today stays open: the day will come.
 */
export function membershipsSince(
  kept: readonly Membership[],
  concerned: readonly DayInterval[],
  { since, today }: { since: Day; today: Day },
): Membership[] {
  if (since > today) return [...kept];
  const before = { from: '0000-01-01', to: addDays(since, -1) };
  const until = { from: since, to: today };
  const after = concerned.flatMap((days) => common(days, until) ?? []);
  const whole = joined([...kept.flatMap((days) => common(days, before) ?? []), ...after]);
  return whole.map((days) => (days.to === today ? { from: days.from, to: null } : days));
}
