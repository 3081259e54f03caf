import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng, shuffle } from './rng.ts';

describe('seeded chance', () => {
  it('repeats by its seed and differs between seeds', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, seededRng(seed));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('stays in [0, 1) and is spread evenly', () => {
    const rng = seededRng('spread');
    const tenths = new Array<number>(10).fill(0);
    for (let drawn = 0; drawn < 20_000; drawn += 1) {
      const tenth = Math.floor(rng() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths.every((count) => count > 1850 && count < 2150)).toBe(true);
  });

  it('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const shuffled = shuffle(items, seededRng(seed));
        expect([...shuffled].sort()).toEqual([...items].sort());
        expect(shuffle(items, seededRng(seed))).toEqual(shuffled);
      }),
    );
  });
});
