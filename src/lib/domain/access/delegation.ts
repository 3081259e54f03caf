import { addDays, isDay, type Day } from '../shared/time.ts';

/** A delegation is given anew every year. */
const MOST_DAYS = 366;

/**
 * The Chinese sentence that says why a leader may not delegate on these days; null when he may.
 *
 * @param asked.last last day of his own grant, null: open
 */
export function delegationFault(asked: { from: Day; to: Day; last: Day | null }): string | null {
  const { from, to, last } = asked;
  if (!isDay(to)) return '请填写有效的日期，例如 2026-12-31。';
  if (to < from) return '最后一天不能早于今天。';
  if (to > addDays(from, MOST_DAYS)) return '一次委托最长一年，到期可以再委托。';
  if (last !== null && to > last) return `您自己的授权到 ${last} 为止，委托不能更长。`;
  return null;
}
