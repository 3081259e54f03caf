import type { QuestionOption } from './question.ts';

const LETTERS = 'ABCDEF';
const STAYS_LAST = /^(?:以上|上述)(?:选项|各项|说法|内容|情形|做法)?(?:都|均|全|皆)/u;

/** Most options a question may have. */
export const mostOptions = LETTERS.length;

/** Options lettered A–F in the order given; 以上都对 and its like are pinned last. */
export function letteredOptions(texts: readonly string[]): QuestionOption[] {
  return texts.map((text, index) => ({ id: LETTERS.charAt(index), text, pinned: STAYS_LAST.test(text) }));
}
