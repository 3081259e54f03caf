import { isInBook, withExam, type Mistake, type MistakeSource } from '#lib/domain/practice/book.ts';
import { isWithin, type Scope } from '#lib/domain/practice/run.ts';
import { shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as bank from '../bank/index.ts';
import * as grading from '../grading/index.ts';
import type { Act } from '../platform/act.ts';
import { inParts } from '../platform/parts.ts';
import * as queries from './queries.cards.ts';
import { mistakeOf, type MistakeRow } from './rows.ts';

/** A question that stands in the book, by the id of the version that is asked today. */
export interface BookLine {
  questionId: string;
  versionId: string;
  topicId: string;
  mistake: Mistake;
}

/** The same with the question. */
export interface BookEntry {
  mistake: Mistake;
  topicId: string;
  question: bank.QuestionVersion;
}

/** All that a person answered wrong, by question: what practice and checks left, and what released exams say. */
export async function mistakesOf(act: Act, personId: string): Promise<Map<string, Mistake>> {
  const rows = await queries.mistakesOf(act.db, personId).execute();
  return withExams(rows, await grading.releasedMistakes(act, { personId }));
}

/** The same of some questions alone, whatever else stands in the book. */
export async function mistakesAbout(
  act: Act,
  personId: string,
  questionIds: readonly string[],
): Promise<Map<string, Mistake>> {
  const rows = await queries.mistakesOfQuestions(act.db, personId, questionIds).execute();
  return withExams(rows, await grading.releasedMistakes(act, { personId, questionIds }));
}

function withExams(
  rows: readonly MistakeRow[],
  released: readonly { questionId: string; wrongAt: Instant }[],
): Map<string, Mistake> {
  const found = new Map(rows.map((row) => [row.question_id, mistakeOf(row)]));
  for (const { questionId, wrongAt } of released)
    found.set(questionId, withExam(found.get(questionId) ?? null, wrongAt));
  return found;
}

/**
 * What stands in a person's wrong-question book, the last mistake first. A question that was withdrawn, or whose law
 * has changed, rests outside until it may be asked again.
 */
export async function linesOf(act: Act, personId: string): Promise<BookLine[]> {
  const day = shanghaiDay(act.now);
  const mistakes = [...(await mistakesOf(act, personId))].filter(([, mistake]) => isInBook(mistake));
  if (mistakes.length === 0) return [];
  const rows = await inParts(
    mistakes.map(([questionId]) => questionId),
    (part) => queries.versionsToday(act.db, { questionIds: part, day }).execute(),
  );
  const versionIds = rows.map((row) => row.version_id);
  const outdated = await bank.outdated(act.db, versionIds, day);
  const today = new Map(rows.map((row) => [row.question_id, row]));
  return mistakes
    .flatMap(([questionId, mistake]) => {
      const row = today.get(questionId);
      if (!row || outdated.has(row.version_id)) return [];
      return [{ questionId, versionId: row.version_id, topicId: row.topic_id, mistake }];
    })
    .sort((a, b) => (a.mistake.wrongAt < b.mistake.wrongAt ? 1 : -1));
}

/** The book with its questions. */
export async function bookOf(act: Act, personId: string): Promise<BookEntry[]> {
  const lines = await linesOf(act, personId);
  const questions = await versionsOf(act, lines);
  return lines.flatMap(({ versionId, mistake, topicId }) => {
    const question = questions.get(versionId);
    return question ? [{ mistake, topicId, question }] : [];
  });
}

async function versionsOf(act: Act, lines: readonly BookLine[]): Promise<Map<string, bank.QuestionVersion>> {
  const ids = lines.map((line) => line.versionId);
  const questions = await inParts(ids, (part) => bank.versions(act.db, part));
  return new Map(questions.map((one) => [one.id, one]));
}

/** Lines whose question cites a law. */
export async function citing(act: Act, lines: readonly BookLine[], lawTitle: string): Promise<BookLine[]> {
  const questions = await versionsOf(act, lines);
  return lines.filter((line) => lawsOf(questions.get(line.versionId)).includes(lawTitle));
}

function lawsOf(question: bank.QuestionVersion | undefined): string[] {
  return (question?.laws ?? []).map((law) => plainTitle(law.statuteTitle));
}

/** True when a line of the book stands under a topic and source. */
export function isLineOf(
  { topicId, mistake }: Pick<BookLine, 'topicId' | 'mistake'>,
  scope: Pick<Scope, 'topicId'>,
  source: MistakeSource | null,
): boolean {
  return (
    (scope.topicId === null || scope.topicId === topicId) && (source === null || mistake.source === source)
  );
}

/** The same of an entry, under a law too. */
export function isEntryOf(entry: BookEntry, scope: Scope, source: MistakeSource | null): boolean {
  const { topicId, question } = entry;
  return isWithin({ topicId, laws: lawsOf(question) }, scope) && isLineOf(entry, scope, source);
}
