import type { Difficulty, Pool, Question, QuestionType } from '#lib/domain/bank/question.ts';
import { questionKinds } from '#lib/domain/bank/types/index.ts';
import type { Citation } from '#lib/domain/statutes/citation.ts';

/**
 * What a question wants of who answers it: `application`: one case, and what follows for it; `distinction`: several
 * cases or notions side by side, and which of them is meant; `recall`: a rule as such, known or not.
 */
export const demands = ['application', 'distinction', 'recall'] as const;
export type Demand = (typeof demands)[number];

/** A question as its file has it; `answer` is written as in the import template. */
export interface WrittenQuestion {
  code: string;
  pool: string;
  topic: string;
  /** Lesson of its course, from 1 on, whose check it belongs to. */
  lesson?: number;
  type: string;
  difficulty: number;
  asks: Demand;
  stem: string;
  options?: string[];
  answer: string;
  explanation: string;
  laws: Citation[];
}

export interface SeedQuestion extends Question {
  lesson: number | null;
  asks: Demand;
}

/** A question of a file as the bank knows it. Throws where the answer does not fit the options. */
export function readQuestion(written: WrittenQuestion): SeedQuestion {
  const type = written.type as QuestionType;
  const options = questionKinds[type].optionsOf(written.options ?? []);
  const key = questionKinds[type].readKey(written.answer, options);
  if (!key.ok) throw new Error(`${written.code}: ${key.problem}`);
  const { code, topic, stem, explanation, laws, asks, lesson = null } = written;
  const filing = { code, topic, pool: written.pool as Pool, audience: '', source: '示范题库', validUntil: null };
  const difficulty = written.difficulty as Difficulty;
  return { ...filing, lesson, asks, type, stem, options, answerKey: key.answerKey, explanation, difficulty, laws };
}
