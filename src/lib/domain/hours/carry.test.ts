import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carriedHundredths } from './carry.ts';

it.each([
  ['above the target', 7000, 0, 6000, null, 1000],
  ['up to the cap', 9000, 0, 6000, 2000, 2000],
  ['below the target', 5000, 0, 6000, null, 0],
  ['where nothing is asked', 5000, 0, null, null, 0],
  ['without what was carried in', 6500, 800, 6000, null, 500],
  ['where all that is left was carried in', 800, 800, 300, null, 0],
  ['where nothing is carried by rule', 9000, 0, 6000, 0, 0],
])(
  '%s: of %d with %d carried in, %s asked and cap %s goes on %d',
  (_name, total, carriedIn, target, cap, on) => {
    const year = { totalHundredths: total, carriedInHundredths: carriedIn };
    expect(carriedHundredths({ ...year, targetHundredths: target, capHundredths: cap })).toBe(on);
  },
);

it('never brings a year below its target, and nothing is carried twice', () => {
  const amount = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(amount, amount, amount, amount, (earned, carriedIn, target, cap) => {
      const totalHundredths = earned + carriedIn;
      const year = { totalHundredths, carriedInHundredths: carriedIn, targetHundredths: target };
      const on = carriedHundredths({ ...year, capHundredths: cap });
      expect(on).toBeLessThanOrEqual(Math.min(cap, earned));
      if (on > 0) expect(totalHundredths - on).toBeGreaterThanOrEqual(target);
    }),
  );
});
