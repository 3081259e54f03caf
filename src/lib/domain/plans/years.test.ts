import { expect, it } from 'vitest';
import { closesOn, openPlanYears } from './years.ts';

it.each([
  ['2026-01-31', [2025, 2026]],
  ['2026-02-01', [2026]],
  ['2026-11-30', [2026]],
  ['2026-12-01', [2026, 2027]],
])('on %s the open plan years are %j', (day, years) => {
  expect(openPlanYears(day)).toEqual(years);
});

it('a year closes at the end of the January after it', () => {
  expect(closesOn(2026)).toBe('2027-01-31');
  expect(openPlanYears(closesOn(2026))).toContain(2026);
});
