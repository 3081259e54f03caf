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
  /** The question was withdrawn: everybody who met it gets its marks, answered or not. */
  isVoid: boolean;
  /** Stored value of the last answer; empty for none. */
  value: string;
}

export interface Mark {
  itemId: string;
  scoreHundredths: number;
}

/** Marks of every item: the rule of its type over the options that the taker chose, whatever order he saw them in. */
export function markSheet(items: readonly MarkableItem[], rule: { halfForSubset: boolean }): Mark[] {
  return items.map((item) => ({ itemId: item.itemId, scoreHundredths: markOf(item, rule) }));
}

/** Marks of one item, in hundredths. */
export function markOf(item: MarkableItem, { halfForSubset }: { halfForSubset: boolean }): number {
  if (item.isVoid) return item.pointsHundredths;
  const chosen = sourcesOf(item.options, readValue(item.value));
  return questionKinds[item.type].grade(item.answerKey, chosen, {
    points: item.pointsHundredths,
    halfForSubset,
  });
}

/** Sum of marks, in hundredths. */
export function totalOf(marks: readonly Mark[]): number {
  return marks.reduce((sum, mark) => sum + mark.scoreHundredths, 0);
}
