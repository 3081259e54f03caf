import type { Measure } from './rule.ts';
import { totalHundredths, type Sum } from './total.ts';

/** What of a measure is booked, and what the cap leaves out (in the unit of the measure). */
export interface Fitted {
  measure: Measure;
  cut: number;
}

export interface CapAsk {
  /** What the training is worth by its rule. */
  measure: Measure;
  minutesPerHour: number;
  /** Most hundredths of the year by this kind of source; null for no end. */
  capHundredths: number | null;
  /** What the person has by this kind in the year, reversals negative. */
  booked: readonly Sum[];
}

/**
 * Books up to the yearly cap and not beyond: whatever the order of the trainings, the year's sum of the kind is the
 * smaller of the cap and of what they are worth together.
 */
export function underCap({ measure, minutesPerHour, capHundredths, booked }: CapAsk): Fitted {
  if (capHundredths === null) return { measure, cut: 0 };
  if (measure.seconds === null) {
    const room = Math.max(0, capHundredths - totalHundredths(booked));
    const hundredths = Math.min(measure.hundredths, room);
    return { measure: { seconds: null, hundredths }, cut: measure.hundredths - hundredths };
  }
  const room = secondsLeft({ minutesPerHour, capHundredths, booked });
  const seconds = Math.min(measure.seconds, room);
  return { measure: { seconds, hundredths: null }, cut: measure.seconds - seconds };
}

/** Seconds that may still be added to those of the same length of the 学时. */
function secondsLeft(asked: Omit<CapAsk, 'measure'> & { capHundredths: number }): number {
  const alike = asked.booked.filter((sum) => sum.minutesPerHour === asked.minutesPerHour);
  const seconds = alike.reduce((total, sum) => total + sum.seconds, 0);
  const untimed = asked.booked.map((sum) => (alike.includes(sum) ? { ...sum, seconds: 0 } : sum));
  const hundredths = asked.capHundredths - totalHundredths(untimed);
  if (hundredths < 0) return 0;
  return Math.max(0, fewestSeconds(hundredths, asked.minutesPerHour) - seconds);
}

/** Fewest seconds that are so many hundredths; where none are exactly so many, the most that are not more. */
function fewestSeconds(hundredths: number, minutesPerHour: number): number {
  const reached = Math.ceil((hundredths * 60 * minutesPerHour) / 100);
  const next = Math.ceil(((hundredths + 1) * 60 * minutesPerHour) / 100);
  return Math.min(reached, next - 1);
}
