import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters, defaultStudyMinutes, leastStudyMinutes, minimumSecondsOf } from './minutes.ts';

describe('the times of a lesson', () => {
  it('counts what is read, not the white space between', () => {
    expect(countCharacters(' 行政 处罚\n法 2021 ')).toBe(9);
    expect(countCharacters('𠮷野家')).toBe(3);
  });

  it('asks for a second per ten characters, rounded up', () => {
    expect(minimumSecondsOf(0)).toBe(0);
    expect(minimumSecondsOf(1200)).toBe(120);
    expect(minimumSecondsOf(1201)).toBe(121);
  });

  it('proposes a minute per 250 characters and one per question', () => {
    expect(defaultStudyMinutes({ characters: 1200, checkQuestions: 4, minimumSeconds: 120 })).toBe(9);
    expect(defaultStudyMinutes({ characters: 100, checkQuestions: 0, minimumSeconds: 600 })).toBe(10);
  });

  it('never proposes less than the minimum time, whatever the text', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(20), fc.nat(7200), (characters, checkQuestions, minimumSeconds) => {
        const minutes = defaultStudyMinutes({ characters, checkQuestions, minimumSeconds });
        expect(minutes * 60).toBeGreaterThanOrEqual(minimumSeconds);
        expect(minutes).toBeGreaterThanOrEqual(leastStudyMinutes(minimumSeconds));
        expect(Number.isInteger(minutes)).toBe(true);
      }),
    );
  });

  it('a longer text never asks for less', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(1000), (characters, more) => {
        expect(minimumSecondsOf(characters + more)).toBeGreaterThanOrEqual(minimumSecondsOf(characters));
      }),
    );
  });
});
