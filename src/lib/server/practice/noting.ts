import { afterAnswer, withoutLuck, type MistakeSource } from '#lib/domain/practice/book.ts';
import type { Card, Rating } from '#lib/domain/practice/card.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as queries from './queries.cards.ts';
import { mistakesAbout } from './questions.book.ts';
import { cardColumns, cardOf, mistakeColumns, mistakeOf } from './rows.ts';
import { remembered } from './spacing.ts';

export interface Noted {
  questionId: string;
  versionId: string;
  isRight: boolean;
  rating: Rating;
}

/** One way for answers to move cards and the book; answers the cards as they were before, by question. */
export async function note(
  act: Act,
  asked: { personId: string; source: MistakeSource; answers: readonly Noted[] },
): Promise<Map<string, Card>> {
  const { personId, source, answers } = asked;
  if (answers.length === 0) return new Map();
  const questionIds = answers.map((one) => one.questionId);
  const rows = await queries.cardsOfQuestions(act.db, personId, questionIds).execute();
  const before = new Map(rows.map((row) => [row.question_id, cardOf(row)]));
  for (const answer of answers) await keepCard(act, personId, answer, before.get(answer.questionId) ?? null);
  await noteMistakes(act, { personId, source, answers });
  return before;
}

/** The card of a question after an answer of today. */
export async function keepCard(
  act: Act,
  personId: string,
  { questionId, versionId, rating }: Pick<Noted, 'questionId' | 'versionId' | 'rating'>,
  before: Card | null,
): Promise<void> {
  const memory = remembered(before, rating, shanghaiDay(act.now));
  const columns = cardColumns({ ...memory, versionId });
  const key = { id: newId(), person_id: personId, question_id: questionId };
  await queries.saveCard(act.db, { ...key, ...columns }).execute();
}

/** The book's lines after answers; it knows questions of every pool. */
export async function noteMistakes(
  act: Act,
  asked: {
    personId: string;
    source: MistakeSource;
    answers: readonly Pick<Noted, 'questionId' | 'isRight'>[];
  },
): Promise<void> {
  const { personId, source, answers } = asked;
  if (answers.length === 0) return;
  const questionIds = answers.map((one) => one.questionId);
  const known = await mistakesAbout(act, personId, questionIds);
  for (const { questionId, isRight } of answers) {
    const before = known.get(questionId) ?? null;
    const after = afterAnswer(before, { isRight, source, at: act.now });
    if (after === null) continue;
    const key = { id: newId(), person_id: personId, question_id: questionId };
    await queries.saveMistake(act.db, { ...key, ...mistakeColumns(after) }).execute();
  }
}

/** Takes back from the book what a lucky answer of today gave. */
export async function noteLuck(act: Act, personId: string, questionId: string): Promise<void> {
  const row = await queries.mistakesOfQuestions(act.db, personId, [questionId]).executeTakeFirst();
  if (!row) return;
  const after = withoutLuck(mistakeOf(row), shanghaiDay(act.now));
  await queries.saveMistake(act.db, { ...row, ...mistakeColumns(after) }).execute();
}
