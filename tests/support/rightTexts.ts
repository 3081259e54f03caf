import type { QuestionType } from '#lib/domain/bank/question.ts';

/** The right options in the banks of tests, by the ends of their texts. A type that is not here is in none of them. */
const right: Partial<Record<QuestionType, RegExp>> = {
  single: /选项B$/,
  multiple: /选项[ABD]$/,
  judgement: /^对$/,
};

/** True for an option that belongs to the key of a test's question. */
export function isRight(type: QuestionType, text: string): boolean {
  const known = right[type];
  if (!known) throw new Error(`no bank of the tests holds a question of type ${type}`);
  return known.test(text);
}
