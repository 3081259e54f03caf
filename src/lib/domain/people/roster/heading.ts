import { columnName, columnOf, type ColumnKey } from './columns.ts';

export interface RosterHeading {
  /** Index of the heading's row. */
  at: number;
  /** Where each recognised column stands. */
  places: Map<ColumnKey, number>;
  /** Headings that no column bears; their cells are not read. */
  ignored: string[];
}

/** A title and remarks may stand above the heading. */
const ROWS_SEARCHED = 20;

/** Finds the row of headings: the first that names 姓名 and two more columns; null when there is none. */
export function findHeading(rows: readonly (readonly string[])[]): RosterHeading | null {
  for (const [at, row] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const places = new Map<ColumnKey, number>();
    const ignored: string[] = [];
    for (const [place, text] of row.entries()) {
      const key = columnOf(text);
      if (key === null && text !== '') ignored.push(text);
      if (key !== null && !places.has(key)) places.set(key, place);
    }
    if (places.has('name') && places.size >= 3) return { at, places, ignored };
  }
  return null;
}

/** Names of columns without which no row can be right. */
export function missingColumns(heading: RosterHeading): string[] {
  const needed: ColumnKey[] = ['unit', 'classes'];
  const missing = needed.filter((key) => !heading.places.has(key)).map(columnName);
  const hasKey = heading.places.has('identity') || heading.places.has('mobile');
  return hasKey ? missing : [...missing, '身份证号或手机号'];
}
