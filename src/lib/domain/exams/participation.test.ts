import { expect, it } from 'vitest';
import { gradeOf } from './grade.ts';
import { itemReleaseOf, participationOf } from './participation.ts';

const exam = { opensAt: '2026-03-02T00:00:00.000Z', lastCloses: '2026-03-09T00:00:00.000Z' };
const before = '2026-03-01T00:00:00.000Z';
const during = '2026-03-05T00:00:00.000Z';
const after = '2026-03-10T00:00:00.000Z';

it('somebody who has not sat is awaited until the last window closes and absent from then on', () => {
  expect(participationOf(exam, [], before)).toBe('upcoming');
  expect(participationOf(exam, [], during)).toBe('awaited');
  expect(participationOf(exam, [], exam.lastCloses)).toBe('awaited');
  expect(participationOf(exam, [], after)).toBe('absent');
});

it('somebody who sits is sitting, also when he has handed in before, or the window is over', () => {
  expect(participationOf(exam, [{ status: 'submitted' }, { status: 'open' }], after)).toBe('sitting');
  expect(participationOf(exam, [{ status: 'closed' }], after)).toBe('sat');
});

it('items are told after the last window when nobody sits any more, and never where only totals are', () => {
  const release = { lastCloses: exam.lastCloses, openAttempts: 0 };
  expect(itemReleaseOf(release, during)).toBe('awaited');
  expect(itemReleaseOf(release, after)).toBe('told');
  expect(itemReleaseOf({ ...release, openAttempts: 1 }, after)).toBe('awaited');
  expect(itemReleaseOf({ ...release, policy: 'totals' }, after)).toBe('never');
});

it('a line is reached by who meets it, and excellent is only who has passed', () => {
  const lines = { passHundredths: 6000, excellentHundredths: 9000 };
  expect([5999, 6000, 8999, 9000].map((score) => gradeOf(lines, score))).toEqual([
    ...['failed', 'passed', 'passed', 'excellent'],
  ]);
  expect(gradeOf({ passHundredths: 6000, excellentHundredths: 5000 }, 5500)).toBe('failed');
});
