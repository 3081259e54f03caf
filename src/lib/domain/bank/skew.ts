import { questionTypeNames, type QuestionContent } from './question.ts';
import { questionKinds } from './types/index.ts';

/** A sign that keys can be guessed, as a Chinese sentence. */
export interface Skew {
  message: string;
}

/** Fewer questions of a type than this say nothing about a habit. */
const FEWEST = 10;

/** Warns of keys that give themselves away, type by type (field study 4.2: 26 of 30 judgements right, 21 of 30 多选 ABCD). */
export function skewsOf(
  questions: readonly Pick<QuestionContent, 'type' | 'answerKey' | 'options'>[],
): Skew[] {
  return questionTypeNames.flatMap((type) => {
    const own = questions.filter((question) => question.type === type);
    if (own.length < FEWEST) return [];
    return questionKinds[type].skews(own).map((message) => ({ message }));
  });
}
