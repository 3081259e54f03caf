import { describe, expect, it } from 'vitest';
import { firstRule, measureOf, rulesOfYear, stepHundredths } from './rule.ts';

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

  it('holds for a year when a day of the year is its own, and each kind has one', () => {
    const old = { ...firstRule('event'), validTo: '2025-12-31' };
    const later = { ...firstRule('event'), id: 'later', validFrom: '2026-01-01' };
    const of = (planYear: number) =>
      rulesOfYear([old, later], { ledger: 'training', planYear }).map((rule) => rule.id);
    expect(of(2025)).toEqual(['first-lesson', 'first-event', 'first-claim', 'first-import', 'first-carry']);
    expect(of(2026)).toEqual(['first-lesson', 'later', 'first-claim', 'first-import', 'first-carry']);
    const credit = rulesOfYear([], { ledger: 'credit', planYear: 2026 });
    expect(credit.map((rule) => rule.id)).toEqual(['first-carryCredit']);
  });
});
