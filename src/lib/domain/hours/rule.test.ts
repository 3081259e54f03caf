import { describe, expect, it } from 'vitest';
import { firstRule, measureOf, stepHundredths } from './rule.ts';

const steps = [
  { fromMinutes: 30, hundredths: 100 },
  { fromMinutes: 15, hundredths: 50 },
];

describe('a rule of hours', () => {
  it('stores whole seconds where it divides', () => {
    expect(measureOf(firstRule('lesson'), { minutes: 50, span: 'minutes' })).toEqual({
      seconds: 3000,
      hundredths: null,
    });
  });

  it('awards half days and days as such', () => {
    const rule = firstRule('event');
    expect(measureOf(rule, { minutes: 150, span: 'halfDay' }).hundredths).toBe(400);
    expect(measureOf(rule, { minutes: 300, span: 'day' }).hundredths).toBe(800);
  });

  it.each([
    [14, 0],
    [15, 50],
    [29, 50],
    [30, 100],
    [400, 100],
  ])('gives %d minutes %d hundredths by steps', (minutes, hundredths) => {
    expect(stepHundredths(steps, minutes)).toBe(hundredths);
    expect(measureOf({ ...firstRule('lesson'), steps }, { minutes, span: 'minutes' })).toEqual({
      seconds: null,
      hundredths,
    });
  });
});
