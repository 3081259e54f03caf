import type { QuestionOption } from '../question.ts';
import type { QuestionKind } from './kind.ts';
import { isSame } from './letters.ts';
import { percent } from './share.ts';

const RIGHT: QuestionOption = { id: 'T', text: '对', pinned: true };
const WRONG: QuestionOption = { id: 'F', text: '错', pinned: true };

/** Ways in which files write the two keys, compared after NFKC and in upper case. */
const RIGHT_MARKS = ['对', '正确', '是', '√', '✓', '✔', 'V', 'T', 'TRUE', 'Y', 'A'];
const WRONG_MARKS = ['错', '错误', '不对', '不正确', '否', '×', '✗', '✘', 'X', 'F', 'FALSE', 'N', 'B'];

/** 判断: 对 or 错, never shuffled. */
export const judgement: QuestionKind = {
  word: '判断',
  aliases: ['判断题', '是非', '是非题'],
  several: false,
  half: false,
  lettered: false,
  keyHint: '填对或错',
  unfitKey: '判断题要在对和错中选定一个。',
  example: { stem: '判断题的题干。', texts: [], answerKey: ['T'] },
  habits: [
    { name: '全选“对”', choose: () => ['T'] },
    { name: '全选“错”', choose: () => ['F'] },
  ],
  skews(questions) {
    const right = percent(questions.filter(({ answerKey }) => answerKey[0] === 'T').length, questions.length);
    const isEven = right >= 40 && right <= 60;
    return isEven ? [] : [`判断题中答案为“对”的占 ${right}%，容易被猜中，宜在 40%–60% 之间。`];
  },
  optionsOf: () => [RIGHT, WRONG],
  optionsFault(texts) {
    if (texts.length === 0) return null;
    const [first = '', second = '', ...more] = texts.map((text) => text.normalize('NFKC').toUpperCase());
    const isUsual = more.length === 0 && RIGHT_MARKS.includes(first) && WRONG_MARKS.includes(second);
    return isUsual ? null : '判断题不用填写选项。';
  },
  readKey(written) {
    const mark = written.normalize('NFKC').trim().toUpperCase();
    if (RIGHT_MARKS.includes(mark)) return { ok: true, answerKey: ['T'] };
    if (WRONG_MARKS.includes(mark)) return { ok: true, answerKey: ['F'] };
    return {
      ok: false,
      problem: '看不懂判断题的答案。',
      suggestion: '填“对”或“错”，也可以填 √、×、V、X、正确、错误。',
    };
  },
  writeKey: (answerKey) => (answerKey[0] === 'T' ? '对' : '错'),
  grade: (answerKey, chosen, { points }) => (isSame(answerKey, chosen) ? points : 0),
};
