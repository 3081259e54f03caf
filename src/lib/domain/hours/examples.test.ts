import { expect, it } from 'vitest';
import { examplesOf } from './examples.ts';
import { firstRule } from './rule.ts';

it('show what a rule changes', () => {
  const before = firstRule('event');
  const after = { ...before, minutesPerHour: 60, halfDayHundredths: 300 };
  const shown = examplesOf(before, after).filter((one) => one.before !== one.after);
  expect(shown.find((one) => one.label === '90 分钟')).toEqual({
    label: '90 分钟',
    before: 200,
    after: 150,
  });
  expect(shown.map((one) => one.label)).toContain('半天');
  expect(shown.map((one) => one.label)).not.toContain('一天');
});
