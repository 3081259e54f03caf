import type { QuestionContent, QuestionType } from './question.ts';
import { questionKinds } from './types/index.ts';

type Guessed = Pick<QuestionContent, 'type' | 'answerKey' | 'options'>;

/** A way of answering without reading. */
export interface Habit {
  name: string;
  /** Ids of the options that it takes. */
  choose(question: Guessed): string[];
}

const POINTS = 10_000;

const letters = ['A', 'B', 'C', 'D'];
const longestFirst = ({ options }: Guessed) => [...options].sort((a, b) => b.text.length - a.text.length);

/** The habits that answer sheets sold on the web rely on (field study 4.2), by type. */
export const habits: Record<QuestionType, readonly Habit[]> = {
  judgement: [
    { name: '全选“对”', choose: () => ['T'] },
    { name: '全选“错”', choose: () => ['F'] },
  ],
  single: [
    ...letters.map((letter) => ({ name: `全选 ${letter}`, choose: () => [letter] })),
    {
      name: '选最长的一项',
      choose: (question) =>
        longestFirst(question)
          .slice(0, 1)
          .map(({ id }) => id),
    },
  ],
  multiple: [
    { name: '全选所有选项', choose: ({ options }) => options.map(({ id }) => id) },
    { name: '全选 ABC', choose: () => ['A', 'B', 'C'] },
    {
      name: '选最长的两项',
      choose: (question) =>
        longestFirst(question)
          .slice(0, 2)
          .map(({ id }) => id),
    },
  ],
};

/**
 * The habit that pays best for a type over these questions, and the share of marks that it earns, in basis points,
 * where a correct subset earns half; null when there are none of the type.
 */
export function bestHabit(
  type: QuestionType,
  questions: readonly Guessed[],
): { name: string; basisPoints: number } | null {
  const own = questions.filter((question) => question.type === type);
  if (own.length === 0) return null;
  const rule = { points: POINTS, halfForSubset: true };
  const paid = habits[type].map(({ name, choose }) => {
    const marks = own.reduce(
      (sum, question) => sum + questionKinds[type].grade(question.answerKey, choose(question), rule),
      0,
    );
    return { name, basisPoints: Math.floor(marks / own.length) };
  });
  return paid.reduce((best, one) => (one.basisPoints > best.basisPoints ? one : best));
}
