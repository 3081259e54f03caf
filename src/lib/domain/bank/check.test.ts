import { describe, expect, it } from 'vitest';
import { guessesOf, skewFindings, twinFindings, type Checked } from './check.ts';
import { questionKinds } from './types/index.ts';

let made = 0;
function question(change: Partial<Checked>): Checked {
  made += 1;
  const type = change.type ?? 'single';
  const texts = type === 'judgement' ? [] : ['甲', '乙', '丙', `丁${made}`];
  return {
    ...{ id: `q${made}`, code: `K${made}`, pool: 'exam', type, stem: `题干${made}`, explanation: '' },
    ...{
      options: questionKinds[type].optionsOf(texts),
      answerKey: ['A'],
      difficulty: 1,
      laws: [],
      ...change,
    },
  };
}
const times = (count: number, make: (n: number) => Partial<Checked>) =>
  Array.from({ length: count }, (_, n) => question(make(n)));

describe('the check of a bank', () => {
  it('tells the skews of each pool by itself', () => {
    const even = times(20, (n) => ({ type: 'judgement', answerKey: [n % 2 ? 'T' : 'F'] }));
    const skewed = times(10, () => ({ type: 'judgement', pool: 'practice', answerKey: ['T'] }));
    expect(skewFindings(even)).toEqual([]);
    expect(skewFindings([...even, ...skewed]).map((one) => one.sentence)).toEqual([
      '练习题库：判断题中答案为“对”的占 100%，容易被猜中，宜在 40%–60% 之间。',
    ]);
  });

  it('warns when most 多选 have as many right options', () => {
    const pairs = times(10, (n) => ({ type: 'multiple', answerKey: n < 7 ? ['A', 'B'] : ['A', 'B', 'C'] }));
    expect(skewFindings(pairs).map((one) => one.sentence)).toContainEqual(
      expect.stringContaining('70% 正好选 2 项'),
    );
  });

  it('finds questions that ask the same under another number, whatever the order of their options', () => {
    const one = question({ stem: '下列哪项正确？', options: questionKinds.single.optionsOf(['a1', 'b1']) });
    const sameStem = question({ stem: '下列哪项，正确' });
    const sameOptions = question({ options: questionKinds.single.optionsOf(['b1', 'a1']), answerKey: ['B'] });
    const otherKey = question({ options: questionKinds.single.optionsOf(['a1', 'b1']), answerKey: ['B'] });
    const judgements = times(2, () => ({ type: 'judgement', answerKey: ['T'] }));
    const found = twinFindings([one, sameStem, sameOptions, otherKey, ...judgements]);
    expect(found.map((finding) => finding.question?.id)).toEqual([sameStem.id, sameOptions.id]);
  });

  it('says what a habit would earn', () => {
    const bank = [
      ...times(4, (n) => ({ type: 'judgement', answerKey: [n < 3 ? 'T' : 'F'] })),
      ...times(4, (n) => ({ type: 'multiple', answerKey: n === 0 ? ['A', 'B', 'C', 'D'] : ['A', 'B', 'C'] })),
    ];
    expect(guessesOf(bank)).toEqual([
      { pool: 'exam', type: 'multiple', questions: 4, habit: '全选 ABC', basisPoints: 8750 },
      { pool: 'exam', type: 'judgement', questions: 4, habit: '全选“对”', basisPoints: 7500 },
    ]);
  });
});
