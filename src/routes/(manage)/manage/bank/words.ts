import { questionTypeNames, type QuestionType } from '#lib/domain/bank/question.ts';
import { questionKinds } from '#lib/domain/bank/types/index.ts';

/** 题型 as shown. */
export function typeWord(type: QuestionType): string {
  return questionKinds[type].word;
}

/** What to write as the key, of each type: 单选填一个字母，… */
export const keyHints = questionTypeNames
  .map((name) => `${typeWord(name)}${questionKinds[name].keyHint}`)
  .join('，');

/** The types whose options are not written. */
export const wordedTypes = questionTypeNames
  .filter((name) => !questionKinds[name].lettered)
  .map(typeWord)
  .join('、');

/** Choices of a filter by 题型; the empty value is no filter. */
export const typeChoices = [
  { value: '', label: '全部题型' },
  ...questionTypeNames.map((name) => ({ value: name as string, label: typeWord(name) })),
];
