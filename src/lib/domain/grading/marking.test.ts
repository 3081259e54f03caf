import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealSheet } from '../exams/sheet.ts';
import { markSheet, totalOf, type MarkableItem } from './marking.ts';
import { shareByTopic, type TopicMark } from './topics.ts';

const letters = ['A', 'B', 'C', 'D'];
const letterSet = fc.subarray(letters);

function item(answerKey: string[], chosen: string[], order: string[]): MarkableItem {
  const options = order.map((source) => ({ id: `opaque-${source}`, source }));
  const value = chosen
    .map((source) => `opaque-${source}`)
    .sort()
    .join(',');
  return { itemId: 'i', type: 'multiple', pointsHundredths: 400, options, answerKey, isVoid: false, value };
}

describe('marking', () => {
  it('of 多选 gives all for the key, half for a correct part, nothing with a wrong choice, in any order shown', () => {
    const order = fc.shuffledSubarray(letters, { minLength: 4 });
    fc.assert(
      fc.property(fc.subarray(letters, { minLength: 2 }), letterSet, order, (key, chosen, shown) => {
        const isExact = key.length === chosen.length && chosen.every((one) => key.includes(one));
        const isPart = chosen.length > 0 && chosen.every((one) => key.includes(one));
        const wanted = isExact ? 400 : isPart ? 200 : 0;
        expect(totalOf(markSheet([item(key, chosen, shown)], { halfForSubset: true }))).toBe(wanted);
        expect(totalOf(markSheet([item(key, chosen, shown)], { halfForSubset: false }))).toBe(
          isExact ? 400 : 0,
        );
      }),
    );
  });

  it('gives nothing for an item without an answer', () => {
    expect(markSheet([item(['A', 'B'], [], letters)], { halfForSubset: true })).toEqual([
      { itemId: 'i', scoreHundredths: 0 },
    ]);
  });

  it('sees the same choice on every dealt sheet of a question', () => {
    const question = {
      versionId: 'v',
      type: 'single' as const,
      options: letters.map((id) => ({ id, pinned: id === 'D' })),
    };
    const drawn = [{ rowId: 'r', questionId: 'q', versionId: 'v', pointsHundredths: 200 }];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...letters), (seed, chosen) => {
        let made = 0;
        const [dealt] = dealSheet(drawn, new Map([['v', question]]), seed, () => `o${(made += 1)}`);
        if (!dealt) throw new Error('nothing dealt');
        expect(dealt.options[3]?.source).toBe('D');
        const value = dealt.options.find((option) => option.source === chosen)?.id ?? '';
        const [mark] = markSheet([{ ...dealt, answerKey: ['B'], isVoid: false, value }], {
          halfForSubset: true,
        });
        expect(mark?.scoreHundredths).toBe(chosen === 'B' ? 200 : 0);
      }),
    );
  });
});

describe('the share by topic', () => {
  const marks = fc.array(
    fc
      .record({ topicId: fc.constantFrom('a', 'b', 'c', 'd'), right: fc.boolean() })
      .map(({ topicId, right }): TopicMark => ({
        topicId,
        topic: `专题${topicId}`,
        gotHundredths: right ? 200 : 0,
        ofHundredths: 200,
      })),
  );

  it('tells of no group of fewer than three items and loses none', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const shares = shareByTopic(list);
        expect(shares.reduce((sum, share) => sum + share.items, 0)).toBe(list.length);
        const got = list.reduce((sum, mark) => sum + mark.gotHundredths, 0);
        expect(shares.reduce((sum, share) => sum + share.gotHundredths, 0)).toBe(got);
        if (list.length >= 3) expect(shares.every((share) => share.items >= 3)).toBe(true);
      }),
    );
  });
});
