import { poolWords, stemKey, type Question } from '../question.ts';
import { cellError, type Issue } from './issue.ts';
import type { ReadQuestion } from './read.ts';

/** A question that the bank holds, in its published version. */
export interface FiledQuestion {
  id: string;
  versionId: string;
  version: number;
  question: Question;
}

/** What an import does with one row. A changed content makes the next version; versions are never edited. */
export type ImportStep =
  | { kind: 'new'; question: Question }
  | { kind: 'changed'; filed: FiledQuestion; question: Question; content: boolean; filing: boolean }
  | { kind: 'same'; filed: FiledQuestion };

export interface ImportPlan {
  steps: ImportStep[];
  issues: Issue[];
}

/**
 * Compares the rows of a file with the bank. A row finds its question by its code, one without a code by its stem, so
 * that repeating an import changes nothing. A question never moves to another pool: it has been seen there.
 * @param filed every question of the bank that shares a code or a stem with a row
 * @param newCode code of a new question that has none in its row; the same question gets the same one
 */
export function planImport(
  rows: readonly ReadQuestion[],
  filed: readonly FiledQuestion[],
  newCode: (question: Question) => string,
): ImportPlan {
  const byCode = new Map(filed.map((one) => [one.question.code, one]));
  const byStem = new Map(filed.map((one) => [stemKey(one.question.stem), one]));
  const plan: ImportPlan = { steps: [], issues: [] };
  for (const { place, question } of rows) {
    const twin = byStem.get(stemKey(question.stem));
    const known = question.code === '' ? twin : byCode.get(question.code);
    if (twin && twin !== known) {
      const { code } = twin.question;
      const problem = `题库中已有相同题干的题，编号 ${code}。`;
      plan.issues.push(cellError(place, 'stem', problem, `删除这一行；要修改那道题，请把编号写成 ${code}。`));
    } else if (known && known.question.pool !== question.pool) {
      const problem = `这道题已经在“${poolWords[known.question.pool]}”题库里，不能改作“${poolWords[question.pool]}”。`;
      plan.issues.push(
        cellError(place, 'pool', problem, '各题库互不混用，请另编一道题，或者改回原来的用途。'),
      );
    } else plan.steps.push(stepOf(question, known, newCode));
  }
  return plan;
}

function stepOf(
  question: Question,
  known: FiledQuestion | undefined,
  newCode: (question: Question) => string,
): ImportStep {
  const code = question.code || known?.question.code || newCode(question);
  const wanted = { ...question, code };
  if (!known) return { kind: 'new', question: wanted };
  const content = contentText(wanted) !== contentText(known.question);
  const filing = filingText(wanted) !== filingText(known.question);
  if (!content && !filing) return { kind: 'same', filed: known };
  return { kind: 'changed', filed: known, question: wanted, content, filing };
}

function contentText(question: Question): string {
  const { type, stem, options, answerKey, explanation, difficulty, laws } = question;
  const lawTexts = laws.map((law) => [law.statuteTitle, law.articleNumber, law.effectiveOn]);
  const optionTexts = options.map(({ id, text, pinned }) => [id, text, pinned]);
  return JSON.stringify([type, stem, optionTexts, answerKey, explanation, difficulty, lawTexts]);
}

function filingText({ topic, audience, source, validUntil }: Question): string {
  return JSON.stringify([topic, audience, source, validUntil]);
}
