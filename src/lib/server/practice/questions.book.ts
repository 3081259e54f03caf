import { isInBook, withExam, type Mistake, type MistakeSource } from '#lib/domain/practice/book.ts';
import { isWithin, type Scope } from '#lib/domain/practice/run.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { plainTitle } from '#lib/domain/statutes/title.ts';
import * as bank from '../bank/index.ts';
import * as grading from '../grading/index.ts';
import type { Act } from '../platform/act.ts';
import { inParts } from '../platform/parts.ts';
import * as queries from './queries.cards.ts';
import { mistakeOf } from './rows.ts';

/** A question of the book in the version that is asked today. */
export interface BookEntry {
  mistake: Mistake;
  topicId: string;
  question: bank.QuestionVersion;
}

/** All that a person answered wrong, by question: what practice and checks left, and what released exams say. */
export async function mistakesOf(act: Act, personId: string): Promise<Map<string, Mistake>> {
  const rows = await queries.mistakesOf(act.db, personId).execute();
  const found = new Map(rows.map((row) => [row.question_id, mistakeOf(row)]));
  for (const { questionId, wrongAt } of await grading.releasedMistakes(act, personId))
    found.set(questionId, withExam(found.get(questionId) ?? null, wrongAt));
  return found;
}

/**
 * A person's wrong-question book, the last mistake first. A question that was withdrawn, or whose law has changed,
 * rests outside until it may be asked again.
 */
export async function bookOf(act: Act, personId: string): Promise<BookEntry[]> {
  const day = shanghaiDay(act.now);
  const mistakes = [...(await mistakesOf(act, personId))].filter(([, mistake]) => isInBook(mistake));
  if (mistakes.length === 0) return [];
  const questionIds = mistakes.map(([questionId]) => questionId);
  const rows = await inParts(questionIds, (part) =>
    queries.versionsToday(act.db, { questionIds: part, day }).execute(),
  );
  const versionIds = rows.map((row) => row.version_id);
  const outdated = await bank.outdated(act.db, versionIds, day);
  const questions = await inParts(versionIds, (part) => bank.versions(act.db, part));
  const byQuestion = new Map(questions.map((one) => [one.questionId, one]));
  const topics = new Map(rows.map((row) => [row.question_id, row.topic_id]));
  return mistakes
    .flatMap(([questionId, mistake]) => {
      const question = byQuestion.get(questionId);
      if (!question || outdated.has(question.id)) return [];
      return [{ mistake, question, topicId: topics.get(questionId) ?? '' }];
    })
    .sort((a, b) => (a.mistake.wrongAt < b.mistake.wrongAt ? 1 : -1));
}

/** True when a line of the book stands under a topic, law and source. */
export function isEntryOf(entry: BookEntry, scope: Scope, source: MistakeSource | null): boolean {
  const laws = entry.question.laws.map((law) => plainTitle(law.statuteTitle));
  return (
    isWithin({ topicId: entry.topicId, laws }, scope) && (source === null || entry.mistake.source === source)
  );
}
