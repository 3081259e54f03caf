import { describe, expect, it } from 'vitest';
import { overlapOf, sayNumerator, sayUnit, sayValue } from './say.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator, due: denominator });
const rate = { measure: 'rate', unit: '人' } as const;
const mean = { measure: 'mean', unit: '学时' } as const;
const count = { measure: 'count', unit: '次' } as const;

describe('a figure in words', () => {
  it('is 100% only when equal, and floored to two decimals else', () => {
    expect(sayValue(rate, of(300, 300))).toBe('100%');
    expect(sayValue(rate, of(299_999, 300_000))).toBe('99.99%');
    expect(sayValue(rate, of(244, 300))).toBe('81.33%');
  });

  it('is a dash over an empty denominator', () => {
    expect(sayValue(rate, of(0, 0))).toBe('—');
    expect(sayUnit(rate, of(0, 0))).toBe('');
    expect(sayValue(mean, of(0, 0))).toBe('—');
  });

  it('is a mean floored to the hundredth, with its sum in hours', () => {
    expect(sayValue(mean, of(10_000, 3))).toBe('33.33');
    expect(sayNumerator(mean, of(10_050, 3))).toBe('100.5');
    expect(sayUnit(mean, of(1, 1))).toBe('学时');
  });

  it('is a plain number where it counts', () => {
    expect(sayValue(count, of(27, 27))).toBe('27');
    expect(sayNumerator(count, of(27, 27))).toBe('27');
  });

  it('says how often events stand under more than one form', () => {
    const tags = [
      { tag: '第一议题', count: 3 },
      { tag: '中心组学习', count: 4 },
    ];
    expect(overlapOf({ ...of(5, 5), tags })).toBe(2);
    expect(overlapOf({ ...of(5, 5), tags: [{ tag: '培训', count: 1 }] })).toBe(0);
    expect(overlapOf(of(5, 5))).toBe(0);
  });
});
