import { citationWords } from '#lib/domain/statutes/citation.ts';
import type { QuestionType } from '#lib/domain/bank/question.ts';
import { isRight, leastRight, letterOf, lettersOf, type CheckItem } from '#lib/domain/study/check.ts';
import type { Origin } from '#lib/domain/study/completion.ts';
import * as access from '../access/index.ts';
import type * as bank from '../bank/index.ts';
import * as courses from '../courses/index.ts';
import type { Act } from '../platform/act.ts';
import type { Attempt } from './rows.ts';
import { askedQuestions, attemptOrThrow } from './verbs.check.ts';
import { ownedBy } from './verbs.opening.ts';

/** A question as it is put: options under letters of their position, nothing that names them in the bank. */
export interface SheetItem {
  type: QuestionType;
  stem: string;
  options: { id: string; label: string; text: string }[];
  /** Only once the try was answered. */
  result: { right: boolean; chosen: string[]; key: string[]; explanation: string; laws: string[] } | null;
}

export interface Sheet {
  attemptId: string;
  lessonId: string;
  title: string;
  origin: Origin;
  /** Fewest right answers that pass. */
  leastRight: number;
  rightCount: number | null;
  passed: boolean | null;
  items: SheetItem[];
}

/** A try as its owner sees it: the key and the explanations only after it was answered. */
export async function checkSheet(act: Act, attemptId: string): Promise<Sheet> {
  const attempt = await attemptOrThrow(act, attemptId);
  access.require(act, 'check.answer', ownedBy(attempt.personId));
  const version = await courses.measuresOf(act.db, attempt.lessonVersionId);
  const questions = await askedQuestions(act, attempt);
  return {
    attemptId: attempt.id,
    lessonId: attempt.lessonId,
    title: version.title,
    origin: attempt.origin,
    leastRight: leastRight(attempt.items.length, version.passPercent),
    rightCount: attempt.rightCount,
    passed: attempt.passed,
    items: attempt.items.flatMap((item, index) => {
      const question = questions.get(item.questionVersionId);
      return question ? [itemOf(item, question, chosenIn(attempt, index))] : [];
    }),
  };
}

function chosenIn(attempt: Attempt, index: number): string[] | null {
  return attempt.chosen === null ? null : (attempt.chosen[index] ?? []);
}

function itemOf(item: CheckItem, question: bank.QuestionVersion, chosen: string[] | null): SheetItem {
  const texts = new Map(question.options.map((option) => [option.id, option.text]));
  const options = item.options.map((id, position) => {
    const letter = letterOf(position);
    return { id: letter, label: letter, text: texts.get(id) ?? '' };
  });
  if (chosen === null) return { type: question.type, stem: question.stem, options, result: null };
  const result = {
    right: isRight(question, chosen),
    chosen: lettersOf(item, chosen),
    key: lettersOf(item, question.answerKey),
    explanation: question.explanation,
    laws: question.laws.map(citationWords),
  };
  return { type: question.type, stem: question.stem, options, result };
}
