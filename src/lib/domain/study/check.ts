import type { QuestionContent, QuestionOption } from '../bank/question.ts';
import { questionKinds } from '../bank/types/index.ts';
import { shuffle, type Rng } from '../shared/rng.ts';

/** A question of the pool `check`, as far as drawing needs it. */
export interface CheckQuestion {
  /** Id of its version. */
  id: string;
  /** In the order in which the author wrote them. */
  options: readonly Pick<QuestionOption, 'id' | 'pinned'>[];
}

/** A question as it was put in one try: the browser knows it by its number and its options by their position. */
export interface CheckItem {
  questionVersionId: string;
  /** Option ids in the order shown. */
  options: string[];
}

/** Letters under which options are shown and answered, whatever their ids in the bank. */
const LETTERS = 'ABCDEFGH';

/** Draws up to `size` questions in chance order; options are shuffled, pinned ones stay last and in their order. */
export function drawCheck(questions: readonly CheckQuestion[], size: number, rng: Rng): CheckItem[] {
  return shuffle(questions, rng)
    .slice(0, size)
    .map(({ id: questionVersionId, options }) => {
      const free = options.filter((option) => !option.pinned);
      const pinned = options.filter((option) => option.pinned);
      return { questionVersionId, options: [...shuffle(free, rng), ...pinned].map((option) => option.id) };
    });
}

/** Letter of an option by its position from zero. */
export function letterOf(position: number): string {
  return LETTERS.charAt(position);
}

/** Option ids behind the letters that were sent; unknown letters are dropped, order and repetition mean nothing. */
export function optionsOf(item: CheckItem, letters: readonly string[]): string[] {
  return item.options.filter((_, position) => letters.includes(letterOf(position)));
}

/** Letters under which options were shown in an item, in the order shown. */
export function lettersOf(item: CheckItem, ids: readonly string[]): string[] {
  return item.options.flatMap((id, position) => (ids.includes(id) ? [letterOf(position)] : []));
}

/** Every question of a check weighs the same; there is no half for a part. */
export function isRight(
  { type, answerKey }: Pick<QuestionContent, 'type' | 'answerKey'>,
  chosen: readonly string[],
): boolean {
  return questionKinds[type].grade(answerKey, chosen, { points: 1, halfForSubset: false }) === 1;
}

/** A check is passed when at least `passPercent` per cent of its questions are right; one without questions never. */
export function isPassed(right: number, total: number, passPercent: number): boolean {
  return total > 0 && right * 100 >= passPercent * total;
}

/** Fewest right answers that pass, for telling the learner beforehand. */
export function leastRight(total: number, passPercent: number): number {
  return Math.ceil((passPercent * total) / 100);
}
