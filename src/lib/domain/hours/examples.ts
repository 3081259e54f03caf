import { shownHundredths } from './entry.ts';
import { measureOf, type HourRule, type Span } from './rule.ts';

/** Lengths by which a rule is shown. */
const LENGTHS: { label: string; minutes: number; span: Span }[] = [
  { label: '15 分钟', minutes: 15, span: 'minutes' },
  { label: '30 分钟', minutes: 30, span: 'minutes' },
  { label: '45 分钟', minutes: 45, span: 'minutes' },
  { label: '90 分钟', minutes: 90, span: 'minutes' },
  { label: '180 分钟', minutes: 180, span: 'minutes' },
  { label: '半天', minutes: 180, span: 'halfDay' },
  { label: '一天', minutes: 360, span: 'day' },
];

export interface Example {
  label: string;
  /** Worth by the rule that holds, and by the new one. */
  before: number;
  after: number;
}

/** What trainings of usual lengths are worth by two rules, in hundredths, each rounded by itself. */
export function examplesOf(before: HourRule, after: HourRule): Example[] {
  const worth = (rule: HourRule, length: (typeof LENGTHS)[number]) =>
    shownHundredths(measureOf(rule, length), rule.minutesPerHour);
  return LENGTHS.map((length) => {
    return { label: length.label, before: worth(before, length), after: worth(after, length) };
  });
}
