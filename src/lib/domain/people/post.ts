import { covers, type DayInterval } from '../shared/interval.ts';
import { addDays, type Day } from '../shared/time.ts';

export type CountedIn = 'home' | 'work';

/** Interval that ends on the day before `day`; null when nothing of it would be left. */
export function endedBefore(interval: DayInterval, day: Day): DayInterval | null {
  const to = addDays(day, -1);
  if (interval.to !== null && interval.to <= to) return interval;
  return interval.from <= to ? { from: interval.from, to } : null;
}

/** Of dated things those that hold on a day. */
export function heldOn<Dated extends DayInterval>(things: readonly Dated[], day: Day): Dated[] {
  return things.filter((thing) => covers(thing, day));
}
