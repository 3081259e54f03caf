import { shuffle, type Rng } from '../shared/rng.ts';

/** A question of the pool `check`, as far as drawing and grading need it. */
export interface CheckQuestion {
  questionVersionId: string;
  /** Option keys in the order in which the author wrote them, e.g. A, B, C, D. */
  options: readonly string[];
  /** Keys of all right options. */
  answerKey: readonly string[];
}

/** A question as it was put in one try: the browser knows it by its number and its options by their position. */
export interface CheckItem {
  questionVersionId: string;
  /** Option keys in the order shown. */
  options: string[];
}

/** Letters under which options are shown and answered, whatever their keys. */
const LETTERS = 'ABCDEFGH';

/** Draws up to `size` questions in chance order; options are shuffled, those of a judgement keep theirs. */
export function drawCheck(questions: readonly CheckQuestion[], size: number, rng: Rng): CheckItem[] {
  return shuffle(questions, rng)
    .slice(0, size)
    .map(({ questionVersionId, options }) => ({
      questionVersionId,
      options: options.length <= 2 ? [...options] : shuffle(options, rng),
    }));
}

/** Letter of an option by its position from zero. */
export function letterOf(position: number): string {
  return LETTERS.charAt(position);
}

/** Option keys behind the letters that were sent; unknown letters are dropped, order and repetition mean nothing. */
export function keysOf(item: CheckItem, letters: readonly string[]): string[] {
  return item.options.filter((_, position) => letters.includes(letterOf(position)));
}

/** Letters under which keys were shown in an item, in the order shown. */
export function lettersOf(item: CheckItem, keys: readonly string[]): string[] {
  return item.options.flatMap((key, position) => (keys.includes(key) ? [letterOf(position)] : []));
}

/** Right only when exactly the right options were chosen. */
export function isRight(answerKey: readonly string[], chosen: readonly string[]): boolean {
  const wanted = new Set(answerKey);
  const given = new Set(chosen);
  return wanted.size === given.size && [...wanted].every((key) => given.has(key));
}

/** A check is passed when at least `passPercent` per cent of its questions are right; one without questions never. */
export function isPassed(right: number, total: number, passPercent: number): boolean {
  return total > 0 && right * 100 >= passPercent * total;
}

/** Fewest right answers that pass, for telling the learner beforehand. */
export function leastRight(total: number, passPercent: number): number {
  return Math.ceil((passPercent * total) / 100);
}
