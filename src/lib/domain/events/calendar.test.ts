import { expect, it } from 'vitest';
import { weeksOf, windowOf } from './calendar.ts';

it.each([
  ['Q4', '2026-10-01', '2026-12-31', { year: 2026, key: 'Q3' }, { year: 2027, key: 'Q1' }],
  ['1', '2026-01-01', '2026-01-31', { year: 2025, key: '12' }, { year: 2026, key: '2' }],
  ['', '2026-04-01', '2026-06-30', { year: 2026, key: 'Q1' }, { year: 2026, key: 'Q3' }],
  ['Q9', '2026-04-01', '2026-06-30', { year: 2026, key: 'Q1' }, { year: 2026, key: 'Q3' }],
])('the window %j of 2026', (key, from, to, previous, next) => {
  expect(windowOf(2026, key, '2026-05-06')).toMatchObject({ from, to, previous, next });
});

it('weeks begin on Monday and hold every day of the month once', () => {
  const weeks = weeksOf({ from: '2026-03-01', to: '2026-03-31' });
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
  const days = weeks.flat().filter((day) => day !== null);
  expect([days.length, new Set(days).size, weeks.every((week) => week.length === 7)]).toEqual([31, 31, true]);
});
