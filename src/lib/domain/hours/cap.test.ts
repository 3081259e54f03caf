import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { underCap } from './cap.ts';
import type { Measure } from './rule.ts';
import { totalHundredths, type Sum } from './total.ts';

const measures = fc.oneof(
  fc.integer({ min: 1, max: 40_000 }).map((seconds): Measure => ({ seconds, hundredths: null })),
  fc.integer({ min: 1, max: 800 }).map((hundredths): Measure => ({ seconds: null, hundredths })),
);

function sumOf(lines: readonly Measure[], minutesPerHour: number): Sum[] {
  const seconds = lines.reduce((sum, line) => sum + (line.seconds ?? 0), 0);
  const hundredths = lines.reduce((sum, line) => sum + (line.hundredths ?? 0), 0);
  return [{ minutesPerHour, seconds, hundredths }];
}

describe('a yearly cap', () => {
  it('gives the smaller of cap and worth, in whatever order the trainings come', () => {
    const cases = fc.record({
      lines: fc.array(measures, { maxLength: 25 }),
      capHundredths: fc.integer({ min: 0, max: 6000 }),
      minutesPerHour: fc.integer({ min: 2, max: 60 }),
    });
    fc.assert(
      fc.property(cases, ({ lines, capHundredths, minutesPerHour }) => {
        const booked: Measure[] = [];
        for (const measure of lines) {
          const asked = { measure, minutesPerHour, capHundredths, booked: sumOf(booked, minutesPerHour) };
          const fitted = underCap(asked);
          booked.push(fitted.measure);
          const whole = measure.seconds ?? measure.hundredths;
          expect((fitted.measure.seconds ?? fitted.measure.hundredths ?? 0) + fitted.cut).toBe(whole);
        }
        const worth = totalHundredths(sumOf(lines, minutesPerHour));
        expect(totalHundredths(sumOf(booked, minutesPerHour))).toBe(Math.min(capHundredths, worth));
      }),
    );
  });

  it('of 10 学时 books 450 minutes of 45 and cuts the rest', () => {
    const measure = { seconds: 30_000, hundredths: null };
    const asked = { measure, minutesPerHour: 45, capHundredths: 1000, booked: [] };
    expect(underCap(asked)).toEqual({ measure: { seconds: 27_000, hundredths: null }, cut: 3000 });
  });

  it('leaves everything where there is none', () => {
    const measure = { seconds: null, hundredths: 800 };
    expect(underCap({ measure, minutesPerHour: 45, capHundredths: null, booked: [] })).toEqual({
      measure,
      cut: 0,
    });
  });
});
