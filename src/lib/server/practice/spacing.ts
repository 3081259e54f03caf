import { fsrs, Rating as Grade, State, type Card as FsrsCard } from 'ts-fsrs';
import type { Memory, Rating } from '#lib/domain/practice/card.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';

/** No question rests longer, so that none is forgotten by the retention before it comes again. */
export const MOST_DAYS = 180;

/** FSRS-6 with its published weights, whole days and no chance: the same answers give the same days. */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: MOST_DAYS,
  enable_fuzz: false,
  enable_short_term: false,
});

const grades = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good } as const;

/** What is remembered after an answer on `today`; null before for a question that was never answered. */
export function remembered(before: Memory | null, rating: Rating, today: Day): Memory {
  const { card } = scheduler.next(cardOf(before, today), noon(today), grades[rating]);
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    reviewedOn: today,
    dueOn: addDays(today, Math.min(MOST_DAYS, Math.max(1, card.scheduled_days))),
    reviews: card.reps,
    lapses: card.lapses,
  };
}

/** Noon of a day: FSRS counts days between moments, and all our moments are noons. */
function noon(day: Day): Date {
  return new Date(`${day}T12:00:00.000Z`);
}

function cardOf(memory: Memory | null, today: Day): FsrsCard {
  const blank = { learning_steps: 0, elapsed_days: 0, scheduled_days: 0 };
  if (memory === null) {
    const zero = { stability: 0, difficulty: 0, reps: 0, lapses: 0 };
    return { ...blank, ...zero, due: noon(today), state: State.New };
  }
  return {
    ...blank,
    due: noon(memory.dueOn),
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: State.Review,
    last_review: noon(memory.reviewedOn),
  };
}
