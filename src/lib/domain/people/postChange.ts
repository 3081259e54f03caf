import { isDay, type Day } from '../shared/time.ts';

/** Days within which a post may still be changed, and the days of the post itself. */
export interface PostDays {
  /** First day of the first open plan year: past years keep their posts. */
  earliest: Day;
  latest: Day;
  from: Day;
  to: Day | null;
}

/** What stands against a change of a post from a day on, or null. */
export function postDayFault(
  day: Day,
  { earliest, latest, from, to }: PostDays,
): [field: string, sentence: string] | null {
  if (!isDay(day)) return ['day', '请填写有效的日期。'];
  if (day < earliest) return ['day', `已结束年度的任职不再改动，请填 ${earliest} 或以后的日期。`];
  if (day > latest) return ['day', `请填 ${latest} 以前的日期。`];
  if (day < from) return ['day', `这项任职从 ${from} 开始，请填那一天或以后的日期。`];
  return to !== null && day > to ? ['day', `这项任职到 ${to} 为止，请填那一天或以前的日期。`] : null;
}
