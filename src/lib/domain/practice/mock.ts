import { questionKinds } from '../bank/types/index.ts';
import type { QuestionType } from '../bank/question.ts';

/** An item of a mock exam that is to be marked. */
export interface MockItem {
  type: QuestionType;
  answerKey: readonly string[];
  /** Ids of the chosen options; empty for none. */
  chosen: readonly string[];
  pointsHundredths: number;
}

/** The marks of one item by the rule of its type, in hundredths. */
export function mockMark(item: MockItem, rule: { halfForSubset: boolean }): number {
  const { pointsHundredths: points } = item;
  return questionKinds[item.type].grade(item.answerKey, item.chosen, { points, ...rule });
}
