import type { Keyed, QuestionKind } from './kind.ts';
import { exampleTexts, isSame, optionsFault, optionsOf, readLetters } from './letters.ts';
import { longest } from './longest.ts';
import { percent, sharesBy } from './share.ts';

/** 多选: exact = full; a correct subset = half where the rule says so; any wrong choice = nothing. */
export const multiple: QuestionKind = {
  word: '多选',
  aliases: ['多选题', '多项选择', '多项选择题', '不定项选择', '不定项选择题'],
  several: true,
  half: true,
  lettered: true,
  keyHint: '填 ABD',
  unfitKey: '多选题至少要选定两个正确答案。',
  example: { stem: '多选题的题干？', texts: exampleTexts, answerKey: ['A', 'C'] },
  habits: [
    { name: '全选所有选项', choose: ({ options }) => options.map(({ id }) => id) },
    { name: '全选 ABC', choose: () => ['A', 'B', 'C'] },
    { name: '选最长的两项', choose: ({ options }) => longest(options, 2) },
  ],
  skews(questions) {
    const said: string[] = [];
    const isFull = ({ answerKey, options }: Keyed) => answerKey.length === options.length;
    const full = percent(questions.filter(isFull).length, questions.length);
    if (full > 50) said.push(`多选题中有 ${full}% 是全选，容易被猜中，宜不超过一半。`);
    for (const [size, share] of sharesBy(questions, ({ answerKey }) => answerKey.length)) {
      if (share > 60) said.push(`多选题中有 ${share}% 正好选 ${size} 项，容易被猜中，宜不超过 60%。`);
    }
    return said;
  },
  optionsOf,
  optionsFault: (texts) => (texts.length < 3 ? '多选题至少要有三个选项。' : optionsFault(texts)),
  readKey(written, options) {
    const read = readLetters(written, options);
    if (!read.ok || read.answerKey.length > 1) return read;
    return { ok: false, problem: '多选题只有一个答案。', suggestion: '补上其余答案，或者把题型改为单选。' };
  },
  writeKey: (answerKey) => answerKey.join(''),
  grade(answerKey, chosen, { points, halfForSubset }) {
    if (isSame(answerKey, chosen)) return points;
    const isSubset = chosen.length > 0 && chosen.every((id) => answerKey.includes(id));
    return halfForSubset && isSubset ? Math.floor(points / 2) : 0;
  },
};
