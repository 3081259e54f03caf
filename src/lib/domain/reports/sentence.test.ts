import { describe, expect, it } from 'vitest';
import type { FigureValue } from './figure.ts';
import { printPart } from './parts.ts';
import { readSentence, valueTable } from './sentence.ts';

const passing: FigureValue = { key: 'passing', group: 'all', numerator: 241, denominator: 244, due: 300 };

describe('a sentence with bound numbers', () => {
  it('is cut into text and numbers that name their figure', () => {
    expect(readSentence('合格率[[passing:rate]]。', valueTable([passing]))).toEqual([
      { kind: 'text', text: '合格率' },
      { kind: 'bound', text: '98.77%', key: 'passing', group: 'all', part: 'rate' },
      { kind: 'text', text: '。' },
    ]);
  });

  it('refuses a figure or part that does not exist', () => {
    expect(() => readSentence('[[unknown:rate]]', valueTable([passing]))).toThrow(RangeError);
    expect(() => readSentence('[[passing:guess]]', valueTable([passing]))).toThrow(RangeError);
    expect(() => readSentence('[[passing@leadership:rate]]', valueTable([passing]))).toThrow(RangeError);
  });

  it('prints each part of a figure', () => {
    const parts = (['rate', 'ofDue', 'numerator', 'denominator', 'rest', 'all'] as const).map((part) =>
      printPart(passing, part),
    );
    expect(parts).toEqual(['98.77%', '80.33%', '241', '244', '3', '—']);
    expect(printPart({ ...passing, numerator: 244 }, 'all')).toBe('均');
  });
});
