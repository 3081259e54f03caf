import { addDays, type Day } from '../shared/time.ts';
import type { EventStatus } from './tags.ts';

export const cadences = { quarter: '每季度', month: '每月' } as const;
export type Cadence = keyof typeof cadences;

/** A quarter or month of a plan year; both days included. */
export interface Period {
  ordinal: number;
  label: string;
  from: Day;
  to: Day;
}

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** The quarters or months of a plan year, in order. */
export function periodsOf(planYear: number, cadence: Cadence): Period[] {
  const months = cadence === 'quarter' ? 3 : 1;
  return Array.from({ length: 12 / months }, (_, index) => ({
    ordinal: index + 1,
    label: cadence === 'quarter' ? (QUARTERS[index] ?? '') : `${index + 1} 月`,
    from: firstOfMonth(planYear, index * months),
    to: addDays(firstOfMonth(planYear, (index + 1) * months), -1),
  }));
}

function firstOfMonth(year: number, index: number): Day {
  const [years, month] = [year + Math.floor(index / 12), (index % 12) + 1];
  return `${years}-${String(month).padStart(2, '0')}-01`;
}

/** `held` is verified, `waiting` registered only, `missing` is over without either, `current` runs, `ahead` comes. */
export type PeriodState = 'held' | 'waiting' | 'missing' | 'current' | 'ahead';

export const periodStates: Record<PeriodState, string> = {
  held: '已举办',
  waiting: '待核验',
  missing: '缺',
  current: '本期待办',
  ahead: '未到',
};

export interface Meeting {
  id: string;
  title: string;
  heldOn: Day;
  status: EventStatus;
}

export interface PeriodStanding extends Period {
  state: PeriodState;
  meetings: Meeting[];
}

/** Where each period of a series stands on a day. Only what is verified counts as held. */
export function standingsOf(
  series: { planYear: number; cadence: Cadence },
  meetings: readonly Meeting[],
  today: Day,
): PeriodStanding[] {
  return periodsOf(series.planYear, series.cadence).map((period) => {
    const own = meetings.filter(({ heldOn }) => heldOn >= period.from && heldOn <= period.to);
    return { ...period, meetings: own, state: stateOf(period, own, today) };
  });
}

function stateOf(period: Period, own: readonly Meeting[], today: Day): PeriodState {
  if (own.some((meeting) => meeting.status === 'verified')) return 'held';
  if (own.length > 0) return 'waiting';
  if (period.to < today) return 'missing';
  return period.from <= today ? 'current' : 'ahead';
}

/** The period that is to be held next: the running one, else the first to come; null when the year is through. */
export function nextPeriod(standings: readonly PeriodStanding[]): PeriodStanding | null {
  const open = standings.filter(({ state }) => state === 'current' || state === 'ahead');
  return open[0] ?? null;
}

/** Name of a meeting of a series: `第四季度执法大讲堂`. */
export function meetingTitle(name: string, period: Period): string {
  return `${period.label.replace(' ', '')}${name}`;
}
