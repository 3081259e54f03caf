import type { Day } from '../shared/time.ts';

/** Why results of a plan year cannot be brought in; null when they can: as with claims, this year's and the last's. */
export function yearFault(planYear: number, thisYear: number): string | null {
  if (planYear > thisYear) return `${planYear} 年度还没有开始。`;
  return planYear < thisYear - 1 ? '只能导入本年度和上一年度的成绩。' : null;
}

/**
 * Why a result completed on a day cannot count for a plan year; null when it can. A make-up in January counts for the
 * year before.
 */
export function dayFault(day: Day, { planYear, today }: { planYear: number; today: Day }): string | null {
  if (day > today) return '完成日期还没有到。';
  if (day >= `${planYear}-01-01` && day <= `${planYear + 1}-01-31`) return null;
  return `完成日期不在 ${planYear} 年度内（当年全年，补学到次年 1 月底）。`;
}
