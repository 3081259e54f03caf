import { expect, it } from 'vitest';
import { boundsOf, progressOf, type Progress } from './progress.ts';

const due = '2026-06-30';

it.each([
  [{ lessons: 4, completed: 4, opened: true }, '2026-07-09', 'passed'],
  [{ lessons: 4, completed: 3, opened: true }, '2026-07-01', 'late'],
  [{ lessons: 4, completed: 3, opened: true }, '2026-06-30', 'opened'],
  [{ lessons: 4, completed: 0, opened: false }, '2026-06-30', 'untouched'],
  [{ lessons: 0, completed: 0, opened: false }, '2026-06-30', 'untouched'],
] as const)('%j on %s is %s', (seen, today, expected) => {
  expect(progressOf(seen, due, today)).toBe(expected);
});

it('everybody is found under his own progress and under no other', () => {
  for (const today of [due, '2026-07-01']) {
    for (const seen of [
      { lessons: 4, completed: 4, opened: true },
      { lessons: 4, completed: 1, opened: false },
      { lessons: 4, completed: 0, opened: true },
      { lessons: 0, completed: 0, opened: false },
    ]) {
      const isDone = seen.lessons > 0 && seen.completed >= seen.lessons;
      const hasBegun = seen.opened || seen.completed > 0;
      const found = (['passed', 'late', 'opened', 'untouched'] as Progress[]).filter((progress) => {
        const bounds = boundsOf(progress, due, today);
        if (bounds === null) return false;
        return (
          (bounds.isDone === null || bounds.isDone === isDone) &&
          (bounds.hasBegun === null || bounds.hasBegun === hasBegun)
        );
      });
      expect(found).toEqual([progressOf(seen, due, today)]);
    }
  }
});
