import type { Day } from '../shared/time.ts';

/** Quarters of a plan year in their order. */
export const QUARTERS = [
  { name: '第一季度', lastDay: '03-31' },
  { name: '第二季度', lastDay: '06-30' },
  { name: '第三季度', lastDay: '09-30' },
  { name: '第四季度', lastDay: '12-31' },
] as const;

/** Quarter of the plan year in which a day lies: 1 to 4; 0 before the year, 5 after it. */
export function runningQuarter(planYear: number, day: Day): number {
  const year = Number(day.slice(0, 4));
  if (year !== planYear) return year < planYear ? 0 : 5;
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}
