import type { Ledger } from '../facts/study.ts';
import type { Day } from '../shared/time.ts';

/** From `fromMinutes` on (until the next step) so many hundredths of an 学时 are awarded. */
export interface Step {
  fromMinutes: number;
  hundredths: number;
}

/** What a rule is about: a kind of source, or the surplus of a ledger that goes into the next year. */
export type RuleKind = 'lesson' | 'event' | 'claim' | 'import' | 'carry' | 'carryCredit';

/** How declared minutes become 学时; dated and sourced, never changed for a year that is past. */
export interface HourRule {
  id: string;
  sourceKind: RuleKind;
  /** Minutes of one 学时 where the rule divides. */
  minutesPerHour: number;
  halfDayHundredths: number;
  dayHundredths: number;
  /** Steps in place of division; null where the rule divides. */
  steps: readonly Step[] | null;
  /** Whether a test-out is booked as training; training that did not take place is not, unless a rule says so. */
  testOutCounts: boolean;
  /** Most hundredths that a person gets by the rule in a plan year; null for no end. */
  capHundredths: number | null;
  /** The provision or decision on which the rule rests. */
  source: string;
  validFrom: Day;
  validTo: Day | null;
}

/** Length of a training: minutes, or a half or whole day. */
export type Span = 'minutes' | 'halfDay' | 'day';

/** What an entry stores: whole seconds where its rule divides, else awarded hundredths; never both. */
export type Measure = { seconds: number; hundredths: null } | { seconds: null; hundredths: number };

/** What so many minutes (or a half or whole day) are worth under a rule, stored before any rounding. */
export function measureOf(rule: HourRule, length: { minutes: number; span: Span }): Measure {
  if (length.span === 'halfDay') return { seconds: null, hundredths: rule.halfDayHundredths };
  if (length.span === 'day') return { seconds: null, hundredths: rule.dayHundredths };
  if (rule.steps === null) return { seconds: length.minutes * 60, hundredths: null };
  return { seconds: null, hundredths: stepHundredths(rule.steps, length.minutes) };
}

/** Award of the highest step not above the minutes; nothing below the first. */
export function stepHundredths(steps: readonly Step[], minutes: number): number {
  const reached = steps.filter((step) => step.fromMinutes <= minutes);
  return reached.reduce((best, step) => (step.fromMinutes >= best.fromMinutes ? step : best), {
    fromMinutes: 0,
    hundredths: 0,
  }).hundredths;
}

/** Rule of what a ledger's surplus brings into the next plan year. */
export function carryKindOf(ledger: Ledger): RuleKind {
  return ledger === 'training' ? 'carry' : 'carryCredit';
}

/** True for rules about a surplus, where only the cap matters. */
export function isCarry(kind: RuleKind): boolean {
  return kind === 'carry' || kind === 'carryCredit';
}

/** True for rules of which only the cap matters: a surplus, and results that another system has awarded already. */
export function isCapOnly(kind: RuleKind): boolean {
  return isCarry(kind) || kind === 'import';
}

function firstSource(kind: RuleKind): string {
  if (isCarry(kind)) return '系统初始规则：超出年度要求的部分不结转';
  if (kind === 'import') return '系统初始规则：外部成绩按来源系统认定的学时记入';
  return '系统初始规则：1 学时为 45 分钟，半天 4 学时，一天 8 学时';
}

/** The rule an installation starts with: 45 minutes are one 学时, a half day 4, a day 8; no surplus is carried over. */
export function firstRule(sourceKind: RuleKind): HourRule {
  return {
    id: `first-${sourceKind}`,
    sourceKind,
    minutesPerHour: 45,
    halfDayHundredths: 400,
    dayHundredths: 800,
    steps: null,
    testOutCounts: false,
    capHundredths: isCarry(sourceKind) ? 0 : null,
    source: firstSource(sourceKind),
    validFrom: '2000-01-01',
    validTo: null,
  };
}

const KINDS: Record<Ledger, readonly RuleKind[]> = {
  training: ['lesson', 'event', 'claim', 'import', 'carry'],
  credit: ['carryCredit'],
};

/** Of these rules those that hold for a ledger on some day of a plan year; kinds without a row start with the first. */
export function rulesOfYear(
  rules: readonly HourRule[],
  { ledger, planYear }: { ledger: Ledger; planYear: number },
): HourRule[] {
  const year = { from: `${planYear}-01-01`, to: `${planYear}-12-31` };
  return KINDS[ledger].flatMap((kind) => {
    const own = rules.filter((rule) => rule.sourceKind === kind);
    if (own.length === 0) return [firstRule(kind)];
    return own.filter((rule) => rule.validFrom <= year.to && (rule.validTo ?? year.to) >= year.from);
  });
}
