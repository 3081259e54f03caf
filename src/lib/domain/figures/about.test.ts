import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aboutWord } from './about.ts';

it.each([
  [0, '0'],
  [7, '7'],
  [40, '40'],
  [43, '40余'],
  [100, '100'],
  [127, '百余'],
  [300, '300'],
  [312, '300余'],
  [1280, '千余'],
  [5400, '5000余'],
  [10_000, '1万'],
  [12_300, '万余'],
  [26_300, '2万余'],
  [130_000, '10万余'],
])('%i is written %s', (count, word) => {
  expect(aboutWord(count)).toBe(word);
});

it('never says more than there was', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999), (count) => {
      const word = aboutWord(count).replace('余', '');
      const digits = Number(/\d+/.exec(word)?.[0] ?? 1);
      const unit = word.includes('万') ? 10_000 : word.includes('千') ? 1000 : word.includes('百') ? 100 : 1;
      expect(digits * unit).toBeLessThanOrEqual(count);
    }),
  );
});
