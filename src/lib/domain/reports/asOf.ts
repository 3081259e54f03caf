import { asOfDay } from '../completion/year.ts';
import { shanghaiDay, type Day, type Instant } from '../shared/time.ts';

/** Figures that speak of the year's exam: final once its last window, the make-up's, has closed. */
const EXAM = ['participation', 'passing', 'excellence', 'due', 'present', 'blankPapers'];

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
  if (!EXAM.includes(key)) return { asOf, isFinal: today > `${planYear}-12-31` };
  const isFinal = examsEnd !== null && examsEnd <= now;
  return { asOf: isFinal ? today : asOf, isFinal };
}
