import type { QuestionContent, QuestionType } from './question.ts';
import { questionKinds } from './types/index.ts';

type Guessed = Pick<QuestionContent, 'type' | 'answerKey' | 'options'>;

const POINTS = 10_000;

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
  const paid = questionKinds[type].habits.map(({ name, choose }) => {
    const marks = own.reduce(
      (sum, question) => sum + questionKinds[type].grade(question.answerKey, choose(question), rule),
      0,
    );
    return { name, basisPoints: Math.floor(marks / own.length) };
  });
  return paid.reduce((best, one) => (one.basisPoints > best.basisPoints ? one : best));
}
