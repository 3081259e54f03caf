import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHundredths, parseHundredths } from './hundredths.ts';

it('writes hundredths without needless zeros', () => {
  expect([5250, 4000, 5, -50, 0].map(formatHundredths)).toEqual(['52.5', '40', '0.05', '-0.5', '0']);
});

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (value) => {
      expect(parseHundredths(formatHundredths(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

it.each(['', 'abc', '1.234', '1,5', '--1', '1e3'])('refuses %j', (text) => {
  expect(parseHundredths(text)).toBeNull();
});
