import type { Day } from '../shared/time.ts';

/** What a quarter says of a form: how many were held, that one is missing, or nothing yet. */
export type QuarterCell = { state: 'held'; count: number } | { state: 'missing' | 'none' | 'ahead' };

export interface QuarterRow {
  tag: string;
  cells: QuarterCell[];
}

/** Quarters of a plan year in their order. */
export const QUARTERS = [
  { name: '第一季度', lastDay: '03-31' },
  { name: '第二季度', lastDay: '06-30' },
  { name: '第三季度', lastDay: '09-30' },
  { name: '第四季度', lastDay: '12-31' },
] as const;

/** Quarter of the plan year in which a day lies, 0 … 3; -1 before the year, 4 after it. */
export function runningQuarter(planYear: number, day: Day): number {
  if (day < `${planYear}-01-01`) return -1;
  const at = QUARTERS.findIndex(({ lastDay }) => day <= `${planYear}-${lastDay}`);
  return at < 0 ? QUARTERS.length : at;
}

/** Quarter in which an event of the plan year counts, 0 … 3: held before the year in the first, after it in the last. */
export function quarterOf(planYear: number, day: Day): number {
  return Math.min(Math.max(runningQuarter(planYear, day), 0), 3);
}

/**
 * Events by form and quarter, in the order of the forms. Of a form that is asked for each quarter a quarter without
 * one is missing from its first day on; quarters that have not begun are ahead.
 */
export function quarterRows(
  forms: readonly string[],
  { planYear, today, quarterly, held }: QuarterFacts,
): QuarterRow[] {
  const current = runningQuarter(planYear, today);
  const cellOf = (tag: string, quarter: number): QuarterCell => {
    const days = held.filter((one) => one.tag === tag && quarterOf(planYear, one.day) === quarter);
    if (days.length > 0) return { state: 'held', count: days.length };
    if (quarter > current) return { state: 'ahead' };
    return { state: quarterly.includes(tag) ? 'missing' : 'none' };
  };
  return forms.map((tag) => ({ tag, cells: [0, 1, 2, 3].map((quarter) => cellOf(tag, quarter)) }));
}

export interface QuarterFacts {
  planYear: number;
  today: Day;
  /** Forms that are asked for each quarter. */
  quarterly: readonly string[];
  held: readonly { tag: string; day: Day }[];
}
