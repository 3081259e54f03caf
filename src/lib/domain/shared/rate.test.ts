import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPoints, complementOf, formatRate, rateOf } from './rate.ts';

const rates = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 2_000_000 }))
  .map(([a, b]) => rateOf(Math.min(a, b), Math.max(a, b)));

describe('a rate', () => {
  it('is floored to two decimals', () => {
    expect(formatRate(rateOf(244, 300))).toBe('81.33%');
    expect(formatRate(rateOf(56, 63))).toBe('88.88%');
    expect(formatRate(rateOf(2, 3))).toBe('66.66%');
    expect(formatRate(rateOf(1, 2000))).toBe('0.05%');
  });

  it('is 100% only when all are counted, and a dash when there is nobody', () => {
    expect(formatRate(rateOf(999_999, 1_000_000))).toBe('99.99%');
    expect(formatRate(rateOf(7, 7))).toBe('100%');
    expect(formatRate(rateOf(0, 0))).toBe('—');
    expect(formatRate(rateOf(0, 9))).toBe('0.00%');
  });

  it('never exceeds its whole, never rounds up, and adds up with its complement', () => {
    fc.assert(
      fc.property(rates, (rate) => {
        const points = basisPoints(rate);
        if (points === null) {
          expect(rate.denominator).toBe(0);
          return;
        }
        expect(points * rate.denominator <= rate.numerator * 10_000).toBe(true);
        expect(points === 10_000).toBe(rate.numerator === rate.denominator);
        expect(points + (complementOf(rate) ?? 0)).toBe(10_000);
      }),
    );
  });

  it.each([
    [2, 1],
    [-1, 1],
    [0.5, 1],
  ])('cannot be %d of %d', (numerator, denominator) => {
    expect(() => rateOf(numerator, denominator)).toThrow(RangeError);
  });
});
