import type { QuestionKind } from './kind.ts';
import { isSame, optionsFault, optionsOf, readLetters } from './letters.ts';

/** 多选: exact = full; a correct subset = half where the rule says so; any wrong choice = nothing. */
export const multiple: QuestionKind = {
  word: '多选',
  aliases: ['多选题', '多项选择', '多项选择题', '不定项选择', '不定项选择题'],
  several: true,
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
