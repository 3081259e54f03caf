import { headingOf, type ColumnKey } from './columns.ts';

/** What a dry run tells: where it is, what is wrong, what to do. */
export interface Issue {
  /** Errors keep the whole file out; warnings do not. */
  level: 'error' | 'warning';
  sheet: string;
  /** Row as the spreadsheet counts, from 1; 0: the whole file. */
  row: number;
  /** Heading of the column; empty: the whole row. */
  column: string;
  problem: string;
  suggestion: string;
}

export interface RowPlace {
  sheet: string;
  row: number;
}

/** An error in one cell. */
export function cellError(place: RowPlace, key: ColumnKey, problem: string, suggestion: string): Issue {
  return { level: 'error', ...place, column: headingOf(key), problem, suggestion };
}

/** A remark on one cell. */
export function cellWarning(place: RowPlace, key: ColumnKey, problem: string, suggestion: string): Issue {
  return { ...cellError(place, key, problem, suggestion), level: 'warning' };
}

/** A remark on the file as a whole. */
export function fileWarning(problem: string, suggestion: string): Issue {
  return { level: 'warning', sheet: '', row: 0, column: '', problem, suggestion };
}

/** True when nothing keeps the file out. */
export function isClean(issues: readonly Issue[]): boolean {
  return issues.every((issue) => issue.level !== 'error');
}
