import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difficulty, QuestionType } from '../bank/question.ts';
import { isOfRow, itemCount, type BlueprintRow, type Candidate } from './blueprint.ts';
import { drawPaper } from './draw.ts';

const types: QuestionType[] = ['single', 'multiple'];
const difficulties: Difficulty[] = [1, 2];
const topics = ['t1', 't2'];

const row = fc.record({
  type: fc.constantFrom(...types),
  topicId: fc.option(fc.constantFrom(...topics)),
  difficulty: fc.option(fc.constantFrom(...difficulties)),
  count: fc.integer({ min: 1, max: 3 }),
  pointsHundredths: fc.constantFrom(200, 400),
});
const rows = fc
  .array(row, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((one, index): BlueprintRow => ({ ...one, id: `r${index}` })));
const pool = fc
  .array(
    fc.record({
      type: fc.constantFrom(...types),
      topicId: fc.constantFrom(...topics),
      difficulty: fc.constantFrom(...difficulties),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list.map((one, index): Candidate => ({ ...one, questionId: `q${index}`, versionId: `v${index}` })),
  );

/** Tries every assignment of questions to places; for small banks only. */
function canBeMet(wanted: readonly BlueprintRow[], candidates: readonly Candidate[]): boolean {
  const places = wanted.flatMap((one) => Array.from({ length: one.count }, () => one));
  const used = new Set<string>();
  const fill = (place: number): boolean => {
    const wish = places[place];
    if (!wish) return true;
    return candidates.some((candidate) => {
      if (used.has(candidate.questionId) || !isOfRow(wish, candidate)) return false;
      used.add(candidate.questionId);
      const met = fill(place + 1);
      used.delete(candidate.questionId);
      return met;
    });
  };
  return fill(0);
}

describe('a draw', () => {
  it('meets the rows exactly when some choice of questions meets them', () => {
    fc.assert(
      fc.property(rows, pool, fc.string(), (wanted, candidates, seed) => {
        fc.pre(itemCount(wanted) <= 7);
        expect(drawPaper(wanted, candidates, seed).ok).toBe(canBeMet(wanted, candidates));
      }),
      { numRuns: 600 },
    );
  });

  it('gives every row its number of fitting questions and takes none twice', () => {
    fc.assert(
      fc.property(rows, pool, fc.string(), (wanted, candidates, seed) => {
        const drawn = drawPaper(wanted, candidates, seed);
        if (!drawn.ok) return;
        const byId = new Map(candidates.map((one) => [one.questionId, one]));
        expect(new Set(drawn.items.map((item) => item.questionId)).size).toBe(itemCount(wanted));
        for (const one of wanted) {
          const items = drawn.items.filter((item) => item.rowId === one.id);
          expect(items).toHaveLength(one.count);
          for (const item of items) {
            expect(isOfRow(one, byId.get(item.questionId) as Candidate)).toBe(true);
            expect(item.pointsHundredths).toBe(one.pointsHundredths);
          }
        }
      }),
    );
  });

  it('is the same for the same seed, in whatever order the bank is listed', () => {
    fc.assert(
      fc.property(rows, pool, fc.string(), (wanted, candidates, seed) => {
        const reversed = [...candidates].reverse();
        expect(drawPaper(wanted, reversed, seed)).toEqual(drawPaper(wanted, candidates, seed));
      }),
    );
  });

  it('names each row that stays short and the rows it shares questions with', () => {
    const wide: BlueprintRow = {
      id: 'wide',
      type: 'single',
      topicId: null,
      difficulty: null,
      count: 3,
      pointsHundredths: 200,
    };
    const narrow: BlueprintRow = { ...wide, id: 'narrow', topicId: 't1', count: 2 };
    const other: BlueprintRow = { ...wide, id: 'other', type: 'multiple', count: 1 };
    const bank = [1, 2, 3, 4].map((n): Candidate => ({
      questionId: `q${n}`,
      versionId: `v${n}`,
      type: 'single',
      topicId: 't1',
      difficulty: 1,
    }));
    expect(drawPaper([wide, narrow, other], bank, 'seed')).toEqual({
      ok: false,
      shortages: [
        { rowId: 'narrow', wanted: 2, fitting: 4, missing: 1, sharedWith: ['wide'] },
        { rowId: 'other', wanted: 1, fitting: 0, missing: 1, sharedWith: [] },
      ],
    });
  });

  it('shows equal questions equally often', () => {
    const wanted: BlueprintRow[] = [
      { id: 'a', type: 'single', topicId: null, difficulty: null, count: 3, pointsHundredths: 200 },
      { id: 'b', type: 'single', topicId: 't1', difficulty: null, count: 2, pointsHundredths: 200 },
    ];
    const bank = Array.from({ length: 12 }, (_, n): Candidate => {
      return {
        questionId: `q${n}`,
        versionId: `v${n}`,
        type: 'single',
        topicId: n < 6 ? 't1' : 't2',
        difficulty: 1,
      };
    });
    const seen = new Map<string, number>();
    const draws = 6000;
    for (let n = 0; n < draws; n += 1) {
      const drawn = drawPaper(wanted, bank, `seed ${n}`);
      if (!drawn.ok) throw new Error('short');
      for (const item of drawn.items) seen.set(item.questionId, (seen.get(item.questionId) ?? 0) + 1);
    }
    for (const group of [bank.slice(0, 6), bank.slice(6)]) {
      const counts = group.map((one) => seen.get(one.questionId) ?? 0);
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      // Chi-square with 5 degrees of freedom: 20.5 is passed by chance once in 1,000 runs; the seeds are fixed.
      const chiSquare = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
      expect(chiSquare).toBeLessThan(20.5);
    }
  });
});
