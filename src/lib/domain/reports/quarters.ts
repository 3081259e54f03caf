import type { Day } from '../shared/time.ts';

/** What a quarter says of a form: how many were held, that one is missing, or nothing yet. */
export type QuarterCell = { state: 'held'; count: number } | { state: 'missing' | 'none' | 'ahead' };

export interface QuarterRow {
  tag: string;
  cells: QuarterCell[];
}

/** Quarter of a day within a plan year, 0 … 3; earlier days fall in the first, later ones in the last. */
export function quarterOf(planYear: number, day: Day): number {
  if (day < `${planYear}-04-01`) return 0;
  if (day < `${planYear}-07-01`) return 1;
  return day < `${planYear}-10-01` ? 2 : 3;
}

/**
 * Events by form and quarter, in the order of the forms. Of a form that is asked for each quarter a quarter without
 * one is missing from its first day on; quarters that have not begun are ahead.
 */
export function quarterRows(
  forms: readonly string[],
  { planYear, today, quarterly, held }: QuarterFacts,
): QuarterRow[] {
  const current = today < `${planYear}-01-01` ? -1 : quarterOf(planYear, today);
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
