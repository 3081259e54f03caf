import { asOfDay } from '#lib/domain/completion/year.ts';
import type { FigureScope } from '#lib/domain/figures/figure.ts';
import type { PlanLine } from '#lib/domain/figures/plan.ts';
import { quarterRows, type QuarterRow } from '#lib/domain/figures/quarters.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as completion from '../completion/index.ts';
import { handleOf, readHeavy, type Db } from '../db/index.ts';
import { Kept } from '../platform/kept.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import type { PastCounts } from './queries.past.ts';
import { quarterlyForms, type HeldOn } from './queries.quarters.ts';
import { againstPlan } from './questions.targets.ts';
import { weakTopics, type TopicsReading } from './verbs.topics.ts';
import { scopeOf } from './questions.ts';

export interface OverviewQuestion {
  unitId: string;
  planYear: number;
  group: 'all' | 'leadership';
  /** A day that is past; today where it is left out. */
  asOf?: Day;
}

/** Counts of a unit and of those directly below it. */
export interface OverviewCounts extends PastCounts {
  below: PastCounts[];
  /** True while counters wait for a recount; those of a past day never do. */
  isRecounting: boolean;
}

export interface Overview {
  name: string;
  counts: OverviewCounts;
  /** Own last year, by unit: on the same day, or at its end where a recount would take too long; null: nothing. */
  before: { kind: 'sameDay' | 'yearEnd'; day: Day; byUnit: Record<string, PastCounts> } | null;
  events: QuarterRow[];
  /** What the year's plan asks for. */
  plan: PlanLine[];
  topics: TopicsReading;
  /** What was counted: null for the counters of today, else the day and when it was recounted. */
  past: { day: Day; countedAt: Instant } | null;
}

/** Forms whose quarters are shown. */
const FORMS = ['执法大讲堂', '中心组学习', '领导干部集体学法', '法治讲座'];
/** Asked for in every quarter of every year, with or without a series. */
const ALWAYS_QUARTERLY = ['执法大讲堂'];
/** So many people are recounted for last year's same day without making the reader wait. */
const QUICK = 20_000;
const KEPT_SECONDS = 3_600;
const PAST = Symbol('past counts');

/**
 * A unit's year with those below it: today from counters, whose cost does not grow; a day that is past recounted from
 * dated rows away from the answering thread, and kept for an hour. Throws `notFound` outside the reader's scope.
 */
export async function readOverview(act: Act, asked: OverviewQuestion): Promise<Overview> {
  const unitPath = await units.pathOf(act.db, asked.unitId);
  access.require(act, 'figures.readOverview', { unitPath });
  const scope = scopeOf(act, { ...asked, key: 'participation', window: 'all' });
  const isPast = scope.asOf < asOfDay(asked.planYear, shanghaiDay(act.now));
  const past = isPast ? await recounted(act, scope) : null;
  const counts = past ? past.counts : await countersOf(act, asked);
  return {
    name: counts.name,
    counts,
    before: await lastYear(act, scope),
    events: await eventsOf(act, scope),
    plan: await againstPlan(act, scope, counts.exam.due + counts.hours.due),
    topics: past ? { state: 'none' } : await weakTopics(act, scope, counts.exam.present),
    past: past ? { day: scope.asOf, countedAt: past.countedAt } : null,
  };
}

async function countersOf(act: Act, asked: Omit<OverviewQuestion, 'asOf'>): Promise<OverviewCounts> {
  return await completion.readUnit(act, asked);
}

async function recounted(
  act: Act,
  scope: FigureScope,
): Promise<{ counts: OverviewCounts; countedAt: Instant }> {
  const { value, readAt } = await keptIn(act.db).get(
    JSON.stringify(scope),
    { now: act.now, seconds: () => KEPT_SECONDS },
    () => readHeavy<PastCounts[]>(act.db, 'figures/queries.past.ts', 'pastCounts', scope),
  );
  const [unit, ...below] = value;
  const name = unit?.name ?? (await units.find(act.db, scope.unitId))?.name ?? '';
  const nobody = { due: 0, present: 0, passed: 0, excellent: 0 };
  const counts = unit ?? { unitId: scope.unitId, name, exam: nobody, hours: { due: 0, reached: 0 } };
  return { counts: { ...counts, below, isRecounting: false }, countedAt: readAt };
}

async function lastYear(act: Act, scope: FigureScope): Promise<Overview['before']> {
  const planYear = scope.planYear - 1;
  const kept = await countersOf(act, { unitId: scope.unitId, planYear, group: scope.group });
  const people = kept.exam.due + kept.hours.due;
  if (people === 0) return null;
  const end = `${planYear}-12-31`;
  const day = `${planYear}${scope.asOf.slice(4)}`;
  if (people > QUICK || day >= end) return { kind: 'yearEnd', day: end, byUnit: byUnit(kept) };
  const { counts } = await recounted(act, { ...scope, planYear, asOf: day });
  return { kind: 'sameDay', day, byUnit: byUnit(counts) };
}

function byUnit(counts: OverviewCounts): Record<string, PastCounts> {
  return Object.fromEntries([counts, ...counts.below].map((one) => [one.unitId, one]));
}

async function eventsOf(act: Act, scope: FigureScope): Promise<QuarterRow[]> {
  const held = await readHeavy<HeldOn[]>(act.db, 'figures/queries.quarters.ts', 'heldByForm', {
    scope,
    forms: FORMS,
  });
  const series = (await quarterlyForms(act.db, scope).execute()).map((one) => one.tag);
  return quarterRows(FORMS, {
    planYear: scope.planYear,
    today: scope.asOf,
    quarterly: [...ALWAYS_QUARTERLY, ...series],
    held,
  });
}

function keptIn(db: Db): Kept<PastCounts[]> {
  return handleOf(db, PAST, () => new Kept<PastCounts[]>());
}
