import type { Day } from './time.ts';

/** Days from `from` to `to`, both included; `to` null means open. */
export interface DayInterval {
  from: Day;
  to: Day | null;
}

/** True when the day lies within the interval. */
export function covers(interval: DayInterval, day: Day): boolean {
  return interval.from <= day && (interval.to === null || day <= interval.to);
}

/** True when two intervals share at least one day. */
export function overlaps(a: DayInterval, b: DayInterval): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
