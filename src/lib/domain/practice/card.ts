import { shuffle, type Rng } from '../shared/rng.ts';
import type { Day } from '../shared/time.ts';

/** How well an answer was known, as spaced repetition counts it. */
export type Rating = 'again' | 'hard' | 'good';

/** What is remembered of one question by one person, in the terms of FSRS; whole days of Shanghai. */
export interface Memory {
  /** Days until the chance to recall falls to 90 %. */
  stability: number;
  /** 1 (easy) to 10. */
  difficulty: number;
  reviewedOn: Day;
  dueOn: Day;
  reviews: number;
  lapses: number;
}

/** A card hangs on a question; it remembers which version was last answered. */
export interface Card extends Memory {
  questionId: string;
  versionId: string;
}

/** A wrong answer is always to be learned again; of a right one the learner may say that it was luck, or shaky. */
export function ratingOf(isRight: boolean, wish: Rating): Rating {
  return isRight ? wish : 'again';
}

/**
 * True when a question is to be repeated: its day has come, or it was changed since it was last answered. The change
 * keeps what is remembered, for most changes leave the matter as it was.
 */
export function isDue(card: Card, versionId: string, today: Day): boolean {
  return card.dueOn <= today || card.versionId !== versionId;
}

/** A question that may be asked. */
export interface Askable {
  questionId: string;
  versionId: string;
}

/**
 * The questions of a set of practice: what is due first, the longest overdue before the others; then new ones in
 * chance order; then, that a willing learner is not sent away, those that come next.
 */
export function chooseSet<Question extends Askable>(
  questions: readonly Question[],
  cards: ReadonlyMap<string, Card>,
  asked: { today: Day; size: number; rng: Rng },
): Question[] {
  const fresh = questions.filter((one) => !cards.has(one.questionId));
  const known = questions.flatMap((question) => {
    const card = cards.get(question.questionId);
    return card ? [{ question, card, due: isDue(card, question.versionId, asked.today) }] : [];
  });
  const byDay = (due: boolean) =>
    known
      .filter((one) => one.due === due)
      .sort((a, b) => compare(a.card.dueOn, b.card.dueOn) || compare(a.card.questionId, b.card.questionId))
      .map((one) => one.question);
  return [...byDay(true), ...shuffle(fresh, asked.rng), ...byDay(false)].slice(0, asked.size);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How many questions there are, how many of them are to be repeated today, and how many were never asked. */
export interface Tally {
  questions: number;
  due: number;
  fresh: number;
}

/** The tally of parts that have no question in common. */
export function joined(parts: readonly Tally[]): Tally {
  const sum = (of: keyof Tally) => parts.reduce((total, part) => total + part[of], 0);
  return { questions: sum('questions'), due: sum('due'), fresh: sum('fresh') };
}
