import type { QuestionOption } from '../bank/question.ts';
import { shuffleOptions } from '../papers/options.ts';
import type { Rng } from '../shared/rng.ts';
import type { CheckItem } from '../study/check.ts';

/** Questions of one set: a quarter of an hour, and a screen that shows its end. */
export const SET_SIZE = 10;

/** A question as it is put once: its options in a drawn order, pinned ones last. */
export function dealt(
  question: { id: string; options: readonly Pick<QuestionOption, 'id' | 'pinned'>[] },
  rng: Rng,
): CheckItem {
  const options = shuffleOptions(question.options, rng).map((option) => option.id);
  return { questionVersionId: question.id, options };
}

/** What of the bank is practised; null: whatever it is. */
export interface Scope {
  topicId: string | null;
  /** Plain title. */
  lawTitle: string | null;
}

export function isWithin(
  question: { topicId: string; laws: readonly string[] },
  { topicId, lawTitle }: Scope,
): boolean {
  return (
    (topicId === null || question.topicId === topicId) &&
    (lawTitle === null || question.laws.includes(lawTitle))
  );
}
