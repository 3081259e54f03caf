import { addDays, type Day } from './time.ts';

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

/** The days that two intervals share; null when they share none. */
export function common(a: DayInterval, b: DayInterval): DayInterval | null {
  if (!overlaps(a, b)) return null;
  const ends = [a.to, b.to].filter((day) => day !== null).sort();
  return { from: a.from > b.from ? a.from : b.from, to: ends[0] ?? null };
}

/** The same days in as few intervals as possible, in order. */
export function joined(intervals: readonly DayInterval[]): DayInterval[] {
  const sorted = [...intervals].sort((a, b) => (a.from < b.from ? -1 : 1));
  const whole: DayInterval[] = [];
  for (const next of sorted) {
    const last = whole[whole.length - 1];
    const touches = last && (last.to === null || next.from <= addDays(last.to, 1));
    if (!touches) whole.push({ ...next });
    else if (last.to !== null && (next.to === null || next.to > last.to)) last.to = next.to;
  }
  return whole;
}
