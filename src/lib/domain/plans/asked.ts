import { covers, type DayInterval } from '../shared/interval.ts';
import type { Day } from '../shared/time.ts';

/**
 * What a requirement asks of who comes under it only in the course of its year (`requirement.joiners`): the whole
 * target; a quarter of it for each quarter left, the quarter of joining included; or nothing until the next year.
 */
export const joinerRules = {
  full: '按全年目标',
  fromQuarter: '从加入的季度起折算',
  none: '加入当年不要求',
} as const;

export type JoinerRule = keyof typeof joinerRules;

export function isJoinerRule(text: string): text is JoinerRule {
  return Object.hasOwn(joinerRules, text);
}

/** First day of a plan year on which a class was held, by its days in order; null when it was not. */
export function heldSince(days: readonly DayInterval[], planYear: number): Day | null {
  const [first, last] = [`${planYear}-01-01`, `${planYear}-12-31`];
  if (days.some((one) => covers(one, first))) return first;
  const [begin] = days
    .map((one) => one.from)
    .filter((from) => from >= first && from <= last)
    .sort();
  return begin ?? null;
}

/** Hundredths asked of somebody under a requirement since a day of its plan year, before any release. */
export function targetSince(
  requirement: { targetHundredths: number; joiners: JoinerRule; planYear: number },
  since: Day,
): number {
  const { targetHundredths, joiners, planYear } = requirement;
  if (joiners === 'full' || since <= `${planYear}-01-01`) return targetHundredths;
  if (joiners === 'none') return 0;
  const quarter = Math.ceil(Number(since.slice(5, 7)) / 3);
  return Math.floor((targetHundredths * (5 - quarter)) / 4);
}

/** What is left of a target after the approved releases; null among them releases from all of it. */
export function afterReleases(targetHundredths: number, released: readonly (number | null)[]): number {
  return released.reduce<number>(
    (left, one) => (one === null ? 0 : Math.max(0, left - one)),
    targetHundredths,
  );
}
