import type { Day } from '../shared/time.ts';

/**
 * Plan years in which something can still be done on a day, the current one last but in December, when next year's
 * plans are already open: in January the year before is being finished (make-up exams, claims, corrections). A lesson
 * completed in January counts for the new year; what counts for the old one says so by its own plan year.
 */
export function openPlanYears(day: Day): number[] {
  const year = Number(day.slice(0, 4));
  const month = day.slice(5, 7);
  if (month === '01') return [year - 1, year];
  return month === '12' ? [year, year + 1] : [year];
}

/** Last day of the year before on which its make-ups, claims and corrections are still taken up. */
export function closesOn(planYear: number): Day {
  return `${planYear + 1}-01-31`;
}

/** The day by which a plan year is read: today, at the latest its last day. */
export function asOfDay(planYear: number, today: Day): Day {
  const last = `${planYear}-12-31`;
  return today < last ? today : last;
}
