import { describe, expect, it } from 'vitest';
import type { BlueprintRow, Candidate } from './blueprint.ts';
import { exposureOf } from './exposure.ts';

const row = (id: string, count: number, topicId: string | null = null): BlueprintRow => ({
  ...{
    id,
    count,
    topicId,
    type: 'single',
    difficulty: null,
    lawTitle: null,
    audience: null,
    pointsHundredths: 200,
  },
});
const bank = (size: number, topicId = 't1'): Candidate[] =>
  Array.from({ length: size }, (_, n) => ({
    ...{
      questionId: `${topicId}-${n}`,
      versionId: `v${topicId}-${n}`,
      type: 'single',
      topicId,
      difficulty: 1,
      laws: [],
      audiences: [],
    },
  }));

describe('exposure', () => {
  it('warns of a bank below three papers, and advises ten', () => {
    expect(exposureOf([row('a', 10)], bank(29))?.verdict).toBe('thin');
    expect(exposureOf([row('a', 10)], bank(30))?.verdict).toBe('modest');
    expect(exposureOf([row('a', 10)], bank(100))?.verdict).toBe('enough');
  });

  it('counts only questions that some row can use', () => {
    expect(exposureOf([row('a', 2, 't1')], [...bank(6), ...bank(50, 't2')])).toMatchObject({
      ...{ usable: 6, items: 2, papersPowerOfTen: 1, verdict: 'modest' },
      mostSeen: { rowIds: ['a'], questions: 6, basisPoints: 3333 },
    });
  });

  it('names the rows whose questions everybody meets', () => {
    const exposure = exposureOf([row('few', 3, 't2'), row('any', 5)], [...bank(60), ...bank(3, 't2')]);
    expect(exposure?.mostSeen).toEqual({ rowIds: ['few', 'any'], questions: 3, basisPoints: 10_000 });
  });

  it('says nothing of a blueprint that cannot be met or is empty', () => {
    expect(exposureOf([row('a', 7)], bank(6))).toBeNull();
    expect(exposureOf([], bank(6))).toBeNull();
  });
});
