import type { FigureCount } from './figure.ts';

/** From so many people on, counting a whole report costs more than it tells anew within some minutes. */
const MANY_PEOPLE = 5_000;
const KEPT_SECONDS = 300;

/** Seconds for which counted values may be shown again: none for a unit that is counted at once. */
export function secondsKept(values: Iterable<Pick<FigureCount, 'denominator'>>): number {
  const people = Math.max(0, ...[...values].map((one) => one.denominator));
  return people > MANY_PEOPLE ? KEPT_SECONDS : 0;
}
