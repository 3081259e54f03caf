import type { QuestionKind } from './kind.ts';
import { exampleTexts, isSame, optionsFault, optionsOf, readLetters } from './letters.ts';
import { isKeyLongest, longest } from './longest.ts';
import { percent, sharesBy } from './share.ts';

/** 单选: exactly one option is right; choosing it, and nothing else, earns full marks. */
export const single: QuestionKind = {
  word: '单选',
  aliases: ['单选题', '单项选择', '单项选择题'],
  several: false,
  half: false,
  lettered: true,
  keyHint: '填一个字母',
  unfitKey: '单选题要选定一个正确答案；有几个都该算对，可以作废，作答的人都得满分。',
  example: { stem: '单选题的题干？', texts: exampleTexts, answerKey: ['B'] },
  habits: [
    ...['A', 'B', 'C', 'D'].map((letter) => ({ name: `全选 ${letter}`, choose: () => [letter] })),
    { name: '选最长的一项', choose: ({ options }) => longest(options, 1) },
  ],
  skews(questions) {
    const said: string[] = [];
    for (const [letter, share] of sharesBy(questions, ({ answerKey }) => answerKey[0] ?? '')) {
      if (share > 35) said.push(`单选题中答案为 ${letter} 的占 ${share}%，分布偏斜，宜不超过 35%。`);
    }
    const givenAway = percent(questions.filter(isKeyLongest).length, questions.length);
    if (givenAway > 45) said.push(`单选题中有 ${givenAway}% 的正确选项是最长的一个，容易被猜中。`);
    return said;
  },
  optionsOf,
  optionsFault,
  readKey(written, options) {
    const read = readLetters(written, options);
    if (!read.ok || read.answerKey.length === 1) return read;
    return { ok: false, problem: '单选题只能有一个答案。', suggestion: '只留一个字母，或者把题型改为多选。' };
  },
  writeKey: (answerKey) => answerKey.join(''),
  grade: (answerKey, chosen, { points }) => (isSame(answerKey, chosen) ? points : 0),
};
