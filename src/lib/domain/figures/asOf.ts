import { asOfDay } from '../completion/year.ts';
import { shanghaiDay, type Day, type Instant } from '../shared/time.ts';
import { definitionOf } from './names.ts';

/**
 * Day of which a figure speaks and whether more can come of it: exam figures are final after the last window of the
 * year's exams, the others at the year's end.
 */
export function asOfFigure(
  key: string,
  { planYear, now, examsEnd }: { planYear: number; now: Instant; examsEnd: Instant | null },
): { asOf: Day; isFinal: boolean } {
  const today = shanghaiDay(now);
  const asOf = asOfDay(planYear, today);
  if (definitionOf(key)?.pass !== 'exam') return { asOf, isFinal: today > `${planYear}-12-31` };
  const isFinal = examsEnd !== null && examsEnd <= now;
  return { asOf: isFinal ? today : asOf, isFinal };
}
