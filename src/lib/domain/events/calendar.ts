import { addDays, daysBetween, type Day } from '../shared/time.ts';
import { periodsOf, type Period } from './series.ts';

/** What a calendar shows: a quarter or a month of a year, and those before and after it. */
export interface CalendarWindow extends Period {
  planYear: number;
  /** `Q4` or `11`. */
  key: string;
  previous: { year: number; key: string };
  next: { year: number; key: string };
}

/** The window that `Q1`–`Q4` or `1`–`12` names in a year; of the day's quarter for anything else. */
export function windowOf(planYear: number, key: string, today: Day): CalendarWindow {
  const month = /^(1[0-2]|[1-9])$/.test(key) ? Number(key) : null;
  if (month !== null) return placed(planYear, 'month', month);
  const quarter = /^Q([1-4])$/.exec(key)?.[1];
  const ofToday = Math.ceil(Number(today.slice(5, 7)) / 3);
  return placed(planYear, 'quarter', quarter === undefined ? ofToday : Number(quarter));
}

function placed(planYear: number, cadence: 'quarter' | 'month', ordinal: number): CalendarWindow {
  const periods = periodsOf(planYear, cadence);
  const period = periods[ordinal - 1] as Period;
  const keyOf = (place: number) => (cadence === 'quarter' ? `Q${place}` : String(place));
  const last = periods.length;
  return {
    ...period,
    planYear,
    key: keyOf(ordinal),
    previous:
      ordinal === 1 ? { year: planYear - 1, key: keyOf(last) } : { year: planYear, key: keyOf(ordinal - 1) },
    next:
      ordinal === last ? { year: planYear + 1, key: keyOf(1) } : { year: planYear, key: keyOf(ordinal + 1) },
  };
}

/** A Monday; every week is counted from one. */
const MONDAY: Day = '2024-01-01';

/** Weeks from Monday on that cover a window; days outside it are null. */
export function weeksOf({ from, to }: { from: Day; to: Day }): (Day | null)[][] {
  const weeks: (Day | null)[][] = [];
  const before = ((daysBetween(MONDAY, from) % 7) + 7) % 7;
  for (let monday = addDays(from, -before); monday <= to; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
    weeks.push(days.map((day) => (day < from || day > to ? null : day)));
  }
  return weeks;
}
