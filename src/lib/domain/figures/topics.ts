import type { REPORTED_CLASSES } from './classes.ts';
import { basisPoints, rateOf } from '../shared/rate.ts';

export type ReportedClass = (typeof REPORTED_CLASSES)[number];

/** Hundredths of points that were awarded and that could be. */
export interface Marks {
  awarded: number;
  points: number;
}

/** Marks of one topic: of everybody, and of the classes of staff. */
export interface TopicMarks {
  name: string;
  all: Marks;
  classes: Readonly<Record<ReportedClass, Marks>>;
}

/** A topic with its 得分率 in whole per cent, floored; null where nobody of the class met it. */
export interface TopicRow {
  name: string;
  all: number;
  classes: Readonly<Record<ReportedClass, number | null>>;
}

/** The topics with the lowest 得分率 (Σ awarded ÷ Σ points), lowest first; topics that nobody met are left out. */
export function weakestTopics(marks: readonly TopicMarks[], most: number): TopicRow[] {
  const met = marks.filter((one) => one.all.points > 0);
  const order = [...met].sort(
    (a, b) => (basisPoints(rate(a.all)) ?? 0) - (basisPoints(rate(b.all)) ?? 0) || (a.name < b.name ? -1 : 1),
  );
  return order.slice(0, most).map(({ name, all, classes }) => ({
    name,
    all: percentOf(all) ?? 0,
    classes: {
      division: percentOf(classes.division),
      section: percentOf(classes.section),
      enforcement: percentOf(classes.enforcement),
      newcomer: percentOf(classes.newcomer),
    },
  }));
}

function rate({ awarded, points }: Marks) {
  return rateOf(awarded, points);
}

function percentOf(marks: Marks): number | null {
  const points = basisPoints(rate(marks));
  return points === null ? null : Math.floor(points / 100);
}
