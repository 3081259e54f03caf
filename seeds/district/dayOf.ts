import type { Rng } from '#lib/domain/shared/rng.ts';
import { addDays, type Day } from '#lib/domain/shared/time.ts';
import { clockOf, mondayFrom, workday } from './world.ts';

const LUNCH = 0.38;
const EVENING = 0.3;
const EARLY = 0.08;
/** Of what falls on a weekend so much is done there; the rest waits for the week. */
const ON_WEEKENDS = 0.22;
const EVERY_WORKDAY = 5;

/** When somebody learns for himself: over lunch, in the evening, before work, or in a quiet hour. */
export function learningClock(rng: Rng): string {
  const part = rng();
  if (part < LUNCH) return clockOf(12 * 60 + 3 + rng() * 82);
  if (part < LUNCH + EVENING) return clockOf(19 * 60 + 5 + rng() * 155);
  if (part < LUNCH + EVENING + EARLY) return clockOf(7 * 60 + 55 + rng() * 35);
  return officeClock(rng);
}

/** An hour of work: morning or afternoon. */
export function officeClock(rng: Rng): string {
  return clockOf((rng() < 0.55 ? 9 * 60 + 5 : 14 * 60 + 35) + rng() * 145);
}

/** The day itself, or some day of the week after where it would be a weekend and he has better to do. */
export function learningDay(day: Day, rng: Rng): Day {
  if (workday(day) === day || rng() < ON_WEEKENDS) return day;
  return addDays(workday(day), Math.floor(rng() * rng() * EVERY_WORKDAY));
}

/** The day itself, or where it would be a weekend some day of the week after. */
export function officeDay(day: Day, rng: Rng): Day {
  return workday(day) === day ? day : addDays(workday(day), Math.floor(rng() * (EVERY_WORKDAY - 1)));
}

/** The first day of so many working days in one week, at or before `day`. */
export function inOneWeek(day: Day, days: number): Day {
  const monday = mondayFrom(addDays(day, -6));
  const latest = addDays(monday, EVERY_WORKDAY - days);
  return day < latest ? day : latest;
}
