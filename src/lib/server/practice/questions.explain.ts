import { citationWords } from '#lib/domain/statutes/citation.ts';
import { letterOf, lettersOf } from '#lib/domain/study/check.ts';
import type * as bank from '../bank/index.ts';
import type { Act } from '../platform/act.ts';
import * as statutes from '../statutes/index.ts';
import type { Item } from './rows.ts';

/** An option under the letter of its place. */
export interface ShownOption {
  id: string;
  label: string;
  text: string;
}

export interface Explained {
  right: boolean;
  /** Letters of the options shown. */
  chosen: string[];
  key: string[];
  explanation: string;
  /** `paragraphs` is null while the law is not imported in that version. */
  laws: { citation: string; paragraphs: string[] | null }[];
}

export function shownOptions(item: Item, version: bank.QuestionVersion): ShownOption[] {
  const texts = new Map(version.options.map((option) => [option.id, option.text]));
  return item.options.map((id, position) => {
    const letter = letterOf(position);
    return { id: letter, label: letter, text: texts.get(id) ?? '' };
  });
}

/** Key, explanation and articles of an answered question, under the letters of its run. */
export async function explained(act: Act, item: Item, version: bank.QuestionVersion): Promise<Explained> {
  return {
    right: item.isRight === true,
    chosen: lettersOf(item, item.chosen ?? []),
    key: lettersOf(item, version.answerKey),
    explanation: version.explanation,
    laws: await articlesOf(act, version),
  };
}

/** The articles that a question rests on, with their text where it is at hand. */
export async function articlesOf(
  act: Act,
  { laws }: Pick<bank.QuestionVersion, 'laws'>,
): Promise<Explained['laws']> {
  const found = [];
  for (const law of laws) {
    const { statuteTitle: title, articleNumber: number, effectiveOn } = law;
    const article = await statutes.articleOf(act.db, { title, number, effectiveOn });
    found.push({ citation: citationWords(law), paragraphs: article?.paragraphs ?? null });
  }
  return found;
}
