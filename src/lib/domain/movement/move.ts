import { isDay, type Day } from '../shared/time.ts';

/** What stands against moving somebody on a day: the form's field and the sentence to show beside it. */
export type MoveFault = [field: string, sentence: string];

export interface MoveAsk {
  day: Day;
  homeUnitId: string;
  workUnitId: string | null;
  countedIn: 'home' | 'work';
  reason: string;
}

/**
 * The first thing that stands against a move, or null. Days past are allowed within the years still open (`earliest`),
 * days to come for a year; before a principal post that begins later nothing can be put in between.
 */
export function moveFault(
  asked: MoveAsk,
  known: { today: Day; earliest: Day; latest: Day; laterPost: Day | null },
): MoveFault | null {
  if (!isDay(asked.day)) return ['day', '请填写有效的日期。'];
  if (asked.day < known.earliest)
    return ['day', `已结束年度的任职不再改动，请填 ${known.earliest} 或以后的日期。`];
  if (asked.day > known.latest) return ['day', `请填 ${known.latest} 以前的日期。`];
  if (known.laterPost !== null)
    return ['day', `他从 ${known.laterPost} 起已登记了新的任职，请填那一天以后的日期。`];
  if (asked.countedIn === 'work' && asked.workUnitId === null)
    return ['workUnitId', '按工作单位统计时，请选择工作单位。'];
  if (asked.workUnitId === asked.homeUnitId) return ['workUnitId', '工作单位与编制单位相同时不必填写。'];
  if (asked.reason.trim() === '') return ['reason', '请写明变动的原因。'];
  return null;
}
