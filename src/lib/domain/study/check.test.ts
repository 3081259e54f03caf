import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRng } from '../shared/rng.ts';
import {
  drawCheck,
  isPassed,
  isRight,
  leastRight,
  lettersOf,
  optionsOf,
  type CheckQuestion,
} from './check.ts';

const option = (id: string, pinned = false) => ({ id, pinned });
const judgement = [option('T', true), option('F', true)];
const choice = [option('A'), option('B'), option('C'), option('D', true)];
const questions = (count: number): CheckQuestion[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    options: index % 3 === 0 ? judgement : choice,
  }));

describe('a check', () => {
  it('draws different questions, as many as wanted or as there are', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.string(), (count, size, seed) => {
        const items = drawCheck(questions(count), size, seededRng(seed));
        expect(items).toHaveLength(Math.min(count, size));
        expect(new Set(items.map((item) => item.questionVersionId)).size).toBe(items.length);
      }),
    );
  });

  it('is drawn again the same from the same seed', () => {
    const draw = (seed: string) => drawCheck(questions(9), 5, seededRng(seed));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('keeps every option, the order of a judgement and what is pinned last', () => {
    for (const item of drawCheck(questions(9), 9, seededRng('x'))) {
      if (item.options.length === 2) expect(item.options).toEqual(['T', 'F']);
      else expect([...item.options].sort()).toEqual(['A', 'B', 'C', 'D']);
      if (item.options.length === 4) expect(item.options[3]).toBe('D');
    }
  });

  it('reads letters by their position and says options by their letters', () => {
    const item = { questionVersionId: 'q', options: ['C', 'A', 'D', 'B'] };
    expect(optionsOf(item, ['A', 'D'])).toEqual(['C', 'B']);
    expect(lettersOf(item, ['C', 'B'])).toEqual(['A', 'D']);
    expect(optionsOf(item, ['Z', '', 'A'])).toEqual(['C']);
  });

  it('has a question right only when exactly the right options are chosen', () => {
    const multiple = { type: 'multiple' as const, answerKey: ['A', 'C'] };
    expect(isRight(multiple, ['C', 'A'])).toBe(true);
    expect(isRight(multiple, ['A'])).toBe(false);
    expect(isRight(multiple, ['A', 'B', 'C'])).toBe(false);
    expect(isRight({ type: 'judgement', answerKey: ['T'] }, [])).toBe(false);
  });

  it('is passed from the stated share on, and never without questions', () => {
    expect(isPassed(4, 5, 80)).toBe(true);
    expect(isPassed(3, 5, 80)).toBe(false);
    expect(isPassed(2, 3, 80)).toBe(false);
    expect(isPassed(0, 0, 80)).toBe(false);
  });

  it('tells the fewest right answers that pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 100 }), (total, percent) => {
        const least = leastRight(total, percent);
        expect(isPassed(least, total, percent)).toBe(true);
        expect(isPassed(least - 1, total, percent)).toBe(false);
      }),
    );
  });
});
