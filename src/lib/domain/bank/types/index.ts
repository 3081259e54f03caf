import { questionTypeNames, type QuestionType } from '../question.ts';
import { judgement } from './judgement.ts';
import type { QuestionKind } from './kind.ts';
import { multiple } from './multiple.ts';
import { single } from './single.ts';

export type { KeyReading, MarkRule, QuestionKind } from './kind.ts';

/** The registry: one file an entry. A new type is a file here, a name in `question.ts` and a control in ui/paper. */
export const questionKinds: Record<QuestionType, QuestionKind> = { single, multiple, judgement };

/** 题型 in the order of lists. */
export const typeWords = questionTypeNames.map((name) => questionKinds[name].word);

/** The type that a file means by a word such as 单选题; null for an unknown one. */
export function typeOfWord(word: string): QuestionType | null {
  const wanted = word.replace(/\s/gu, '');
  const found = questionTypeNames.find((name) => {
    const kind = questionKinds[name];
    return kind.word === wanted || kind.aliases.includes(wanted);
  });
  return found ?? null;
}
