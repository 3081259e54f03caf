import type { Day } from '../shared/time.ts';

/** Where one person stands with an assigned course. */
export type Progress = 'passed' | 'late' | 'opened' | 'untouched';

export const progressLabels: Record<Progress, string> = {
  passed: '已完成',
  late: '已逾期',
  opened: '学习中',
  untouched: '未开始',
};

/** Passed when every published lesson is completed; late when the due day is over before that. */
export function progressOf(
  seen: { lessons: number; completed: number; opened: boolean },
  dueOn: Day,
  today: Day,
): Progress {
  if (seen.lessons > 0 && seen.completed >= seen.lessons) return 'passed';
  if (today > dueOn) return 'late';
  return seen.opened || seen.completed > 0 ? 'opened' : 'untouched';
}
