import type { QuestionOption } from '../question.ts';
import type { Keyed } from './kind.ts';

/** Ids of the so many longest options, longest first. */
export function longest(options: readonly QuestionOption[], count: number): string[] {
  const byLength = [...options].sort((a, b) => b.text.length - a.text.length);
  return byLength.slice(0, count).map(({ id }) => id);
}

/** True when a right option is longer than every wrong one. */
export function isKeyLongest({ options, answerKey }: Keyed): boolean {
  const lengthOf = (isRight: boolean) =>
    Math.max(
      0,
      ...options.filter((option) => answerKey.includes(option.id) === isRight).map(({ text }) => text.length),
    );
  return lengthOf(true) > lengthOf(false);
}
