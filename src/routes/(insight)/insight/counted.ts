/** People of a unit in exam and hours, as the overview shows them. */
export interface Counted {
  exam: { due: number; present: number; passed: number; excellent: number };
  hours: { due: number; reached: number };
}

/** Own last year: on the same day, or at its end. */
export interface Before {
  kind: 'sameDay' | 'yearEnd';
  byUnit: Record<string, Counted>;
}

/** How last year is spoken of. */
export function wordOf(before: Pick<Before, 'kind'>): string {
  return before.kind === 'sameDay' ? '去年同日' : '去年全年';
}
