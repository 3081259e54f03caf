import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../shared/rng.ts';
import { shuffleOptions } from './options.ts';

describe('shuffled options', () => {
  it('keep every option once and the pinned ones last, in their own order', () => {
    const options = fc
      .array(fc.boolean(), { maxLength: 8 })
      .map((pins) => pins.map((pinned, id) => ({ id, pinned })));
    fc.assert(
      fc.property(options, fc.string(), (list, seed) => {
        const shuffled = shuffleOptions(list, seededRng(seed));
        const pinned = list.filter((option) => option.pinned);
        expect(shuffled.slice(list.length - pinned.length)).toEqual(pinned);
        expect([...shuffled].sort((a, b) => a.id - b.id)).toEqual(list);
      }),
    );
  });
});
