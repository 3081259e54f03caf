import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleNumberText, ordinalOf, parseArticleNumber } from './number.ts';
import { chineseNumber, chineseNumeral } from './numerals.ts';

describe('Chinese numerals', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['一百一十', 110],
    ['四百五十二', 452],
    ['一千零三十九', 1039],
    ['一千二百六十', 1260],
  ])('%s is %i, both ways', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
    expect(chineseNumeral(value)).toBe(text);
  });

  it('come back as they went, from 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(chineseNumber(chineseNumeral(value))).toBe(value);
      }),
    );
  });

  it('are refused where a character is no numeral', () => {
    expect(chineseNumber('一百二十A')).toBeNull();
    expect(chineseNumber('')).toBeNull();
  });
});

describe('an article number', () => {
  it('is read from numerals or digits, with an insertion', () => {
    expect(parseArticleNumber('第一百二十条之一')).toEqual({ main: 120, insertion: 1 });
    expect(parseArticleNumber(' 第44条 ')).toEqual({ main: 44, insertion: 0 });
    expect(parseArticleNumber('第四十四条第二款')).toBeNull();
    expect(parseArticleNumber('第条')).toBeNull();
  });

  it('sorts insertions behind their article, before the next, and is written in one way', () => {
    const number = fc.record({
      main: fc.integer({ min: 1, max: 2000 }),
      insertion: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(parseArticleNumber(articleNumberText(a))).toEqual(a);
        const isBefore = a.main < b.main || (a.main === b.main && a.insertion < b.insertion);
        expect(ordinalOf(a) < ordinalOf(b)).toBe(isBefore);
      }),
    );
  });
});
