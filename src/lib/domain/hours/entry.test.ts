import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRevision, reversalOf, shownHundredths, type Entry } from './entry.ts';
import { totalHundredths } from './total.ts';

const made = { id: 'taken back', reason: '重复记入', enteredAt: '2026-05-01T00:00:00.000Z' };

const measures = fc.oneof(
  fc.integer({ min: 1, max: 40_000 }).map((seconds) => ({ seconds, hundredths: null })),
  fc.integer({ min: 1, max: 800 }).map((hundredths) => ({ seconds: null, hundredths })),
);

const entries = measures.map((measure): Entry => ({
  ...measure,
  id: 'entry',
  ledger: 'training',
  personId: 'p',
  planYear: 2026,
  sourceKind: 'lesson',
  sourceId: 'lesson',
  revision: 1,
  ruleId: 'first-lesson',
  origin: 'check',
  reverses: null,
  reason: null,
  enteredAt: '2026-03-01T00:00:00.000Z',
  cut: null,
}));

function total(lines: readonly Entry[]): number {
  const seconds = lines.reduce((sum, line) => sum + (line.seconds ?? 0), 0);
  const hundredths = lines.reduce((sum, line) => sum + (line.hundredths ?? 0), 0);
  return totalHundredths([{ minutesPerHour: 45, seconds, hundredths }]);
}

describe('a ledger', () => {
  it('with any of its entries reversed sums to the entries that stand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(entries, fc.boolean()), { maxLength: 40 }), (lines) => {
        const reversed = lines.filter(([, isWrong]) => isWrong).map(([line]) => reversalOf(line, made));
        const standing = lines.filter(([, isWrong]) => !isWrong).map(([line]) => line);
        expect(total([...lines.map(([line]) => line), ...reversed])).toBe(total(standing));
      }),
    );
  });

  it('rounds once: never more than the exact time, and less than a hundredth below it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 })), (parts) => {
        const seconds = parts.reduce((sum, part) => sum + part, 0);
        const rounded = totalHundredths([{ minutesPerHour: 45, seconds, hundredths: 0 }]);
        expect(rounded * 2700 <= seconds * 100 && seconds * 100 < (rounded + 1) * 2700).toBe(true);
        const apart = parts.reduce(
          (sum, part) => sum + shownHundredths({ seconds: part, hundredths: null }, 45),
          0,
        );
        expect(apart).toBeLessThanOrEqual(rounded);
      }),
    );
  });

  it('keeps the plan year of what is reversed and refuses to reverse a reversal', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const reversal = reversalOf(entry, made);
        expect(reversal).toMatchObject({ planYear: 2026, reverses: entry.id, revision: -1 });
        expect(() => reversalOf(reversal, made)).toThrow('冲销');
      }),
    );
  });
});

it.each([
  [[], 1],
  [[1], null],
  [[1, -1], 2],
  [[1, -1, 2], null],
  [[2, 1, -2, -1], 3],
])('after revisions %j comes %j', (revisions, next) => {
  expect(nextRevision(revisions)).toBe(next);
});
