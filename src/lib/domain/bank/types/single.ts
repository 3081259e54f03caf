import type { QuestionKind } from './kind.ts';
import { isSame, optionsFault, optionsOf, readLetters } from './letters.ts';

/** 单选: exactly one option is right; choosing it, and nothing else, earns full marks. */
export const single: QuestionKind = {
  word: '单选',
  aliases: ['单选题', '单项选择', '单项选择题'],
  several: false,
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
