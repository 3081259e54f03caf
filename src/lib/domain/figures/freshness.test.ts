import { expect, it } from 'vitest';
import { secondsKept } from './freshness.ts';

it('values of a small unit are counted at each view, those of many people are shown again for minutes', () => {
  expect(secondsKept([])).toBe(0);
  expect(secondsKept([{ denominator: 5000 }, { denominator: 12 }])).toBe(0);
  expect(secondsKept([{ denominator: 3 }, { denominator: 5001 }])).toBe(300);
});
