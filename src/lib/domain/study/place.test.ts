import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabel, placeWithin } from './place.ts';

describe('a reading place', () => {
  it('always lies within the text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(400), (paragraph, paragraphs) => {
        const place = placeWithin(paragraph, paragraphs);
        expect(place).toBeGreaterThanOrEqual(1);
        expect(place).toBeLessThanOrEqual(Math.max(1, paragraphs));
      }),
    );
  });

  it('is said in words', () => {
    expect(placeLabel({ paragraph: 6, paragraphs: 11 })).toBe('第 6 段，共 11 段');
  });
});
