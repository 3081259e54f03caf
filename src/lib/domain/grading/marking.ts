import type { QuestionType } from '../bank/question.ts';
import { questionKinds } from '../bank/types/index.ts';
import { sourcesOf, type SheetOptions } from '../exams/sheet.ts';
import { readValue } from '../exams/value.ts';

/** All that marking an item needs. */
export interface MarkableItem {
  itemId: string;
  type: QuestionType;
  pointsHundredths: number;
  options: SheetOptions;
  /** Ids of the right options in the bank. */
  answerKey: readonly string[];
  /** Stored value of the last answer; empty for none. */
  value: string;
}

export interface Mark {
  itemId: string;
  scoreHundredths: number;
}

/** Marks of every item: the rule of its type over the options that the taker chose, whatever order he saw them in. */
export function markSheet(items: readonly MarkableItem[], rule: { halfForSubset: boolean }): Mark[] {
  return items.map((item) => ({
    itemId: item.itemId,
    scoreHundredths: questionKinds[item.type].grade(
      item.answerKey,
      sourcesOf(item.options, readValue(item.value)),
      {
        points: item.pointsHundredths,
        halfForSubset: rule.halfForSubset,
      },
    ),
  }));
}

/** Sum of marks, in hundredths. */
export function totalOf(marks: readonly Mark[]): number {
  return marks.reduce((sum, mark) => sum + mark.scoreHundredths, 0);
}
