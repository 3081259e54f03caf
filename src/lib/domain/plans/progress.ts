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

/** What lessons and openings say of a progress on a day; `isDone` and `hasBegun` null where either will do. */
export interface ProgressBounds {
  isDone: boolean | null;
  hasBegun: boolean | null;
}

/** What to look for to find those of a progress; null when nobody can stand so today. */
export function boundsOf(progress: Progress, dueOn: Day, today: Day): ProgressBounds | null {
  const isOver = today > dueOn;
  if (progress === 'passed') return { isDone: true, hasBegun: null };
  if (progress === 'late') return isOver ? { isDone: false, hasBegun: null } : null;
  return isOver ? null : { isDone: false, hasBegun: progress === 'opened' };
}

export type ProgressCounts = Record<Progress, number>;

export function noProgress(): ProgressCounts {
  return { passed: 0, late: 0, opened: 0, untouched: 0 };
}

export function isProgress(text: string): text is Progress {
  return Object.hasOwn(progressLabels, text);
}
