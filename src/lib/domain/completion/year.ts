import type { Day } from '../shared/time.ts';

/** Day whose posts and classes say where and for what a person counts: today, at the latest the year's last day. */
export function asOfDay(planYear: number, today: Day): Day {
  const last = `${planYear}-12-31`;
  return today < last ? today : last;
}

/** First plan year that a change on this day can touch; years before it are over. */
export function firstYearTouched(day: Day): number {
  return Number(day.slice(0, 4));
}
