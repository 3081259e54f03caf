import { addDays, daysBetween, type Day } from '../shared/time.ts';

/** Cumulative 实考 over the days of an exam's window, and the even pace that would be through at its end. */
export interface WindowProgress {
  days: Day[];
  /** People who had handed in by the end of each day; null for days to come. */
  present: (number | null)[];
  /** 应考 · days past / days of the window, at the first and last day; null between. */
  pace: (number | null)[];
  due: number;
  today: Day;
}

export interface WindowFacts {
  opensOn: Day;
  closesOn: Day;
  today: Day;
  due: number;
  /** First hand-in of people by day; each person once. */
  firstHandIns: readonly { day: Day; people: number }[];
}

/** Progress of a window day by day; hand-ins before its first day count on the first. */
export function windowProgress({ opensOn, closesOn, today, due, firstHandIns }: WindowFacts): WindowProgress {
  const length = Math.max(1, daysBetween(opensOn, closesOn));
  const days = Array.from({ length: length + 1 }, (_, at) => addDays(opensOn, at));
  const until = (day: Day) =>
    firstHandIns.filter((one) => one.day <= day).reduce((sum, one) => sum + one.people, 0);
  return {
    days,
    present: days.map((day) => (day <= today ? until(day) : null)),
    pace: days.map((_, at) => (at === 0 ? 0 : at === length ? due : null)),
    due,
    today,
  };
}

/** Top of a scale that holds `most`: 1, 2 or 5 times a power of ten, at least 5. */
export function scaleTop(most: number): number {
  let power = 1;
  for (;;) {
    for (const step of [1, 2, 3, 4, 5, 8]) if (step * power >= Math.max(5, most)) return step * power;
    power *= 10;
  }
}
