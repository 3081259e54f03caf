import { expect, it } from 'vitest';
import { progressOf } from './progress.ts';

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
