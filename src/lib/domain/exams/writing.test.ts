import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds } from '../shared/time.ts';
import { afterSave, lastOfEach, writeRefusal, type Save, type StoredAnswer } from './writing.ts';
import { readValue, writeValue } from './value.ts';

const deadline = '2026-11-22T02:00:00.000Z';
const save = fc
  .record({ itemId: fc.constantFrom('i1', 'i2', 'i3'), revision: fc.integer({ min: 1, max: 6 }) })
  .map(
    // A page never uses a revision for two different values.
    ({ itemId, revision }): Save => ({ itemId, revision, value: `${itemId}-${revision}` }),
  );

function replay(saves: readonly Save[]): Record<string, StoredAnswer> {
  const sheet: Record<string, StoredAnswer> = {};
  for (const one of saves) sheet[one.itemId] = afterSave(sheet[one.itemId] ?? null, one);
  return sheet;
}

describe('answers', () => {
  it('end the same in any order and with any repetition', () => {
    const shuffled = fc
      .array(save, { maxLength: 20 })
      .chain((saves) =>
        fc.tuple(
          fc.constant(saves),
          fc.shuffledSubarray([...saves, ...saves], { minLength: saves.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([saves, repeated]) => {
        const sorted = (sheet: Record<string, StoredAnswer>) => Object.entries(sheet).sort();
        expect(sorted(replay(repeated))).toEqual(sorted(replay(saves)));
      }),
    );
  });

  it('that arrive together leave the last of each item, sorted', () => {
    fc.assert(
      fc.property(fc.array(save), (saves) => {
        const last = lastOfEach(saves.map((one) => ({ ...one, attemptId: 'a' })));
        expect(replay(last)).toEqual(replay(saves));
        expect(last.map((one) => one.itemId)).toEqual([...new Set(saves.map((one) => one.itemId))].sort());
      }),
    );
  });

  it('are taken until the deadline itself, from the page that holds the pen', () => {
    const attempt = { status: 'open', deadline, writer: 2 } as const;
    expect(writeRefusal(attempt, 2, deadline)).toBeNull();
    expect(writeRefusal(attempt, 2, addSeconds(deadline, 1))).toBe('late');
    expect(writeRefusal(attempt, 1, deadline)).toBe('takenOver');
    expect(writeRefusal({ ...attempt, status: 'submitted' }, 2, deadline)).toBe('ended');
  });
});

describe('a stored value', () => {
  const item = { several: true, optionIds: ['x', 'b', 'k'] };

  it('does not depend on the order of choosing', () => {
    expect(writeValue(item, ['x', 'b', 'x'])).toBe('b,x');
    expect(readValue(writeValue(item, []))).toEqual([]);
  });

  it('refuses options of another item and a second choice where one is asked', () => {
    expect(() => writeValue(item, ['z'])).toThrow('不属于本题');
    expect(() => writeValue({ ...item, several: false }, ['x', 'b'])).toThrow('只能选择一个');
  });
});
