import { columnName, type ColumnKey } from './columns.ts';

/** One thing wrong in a file: where, what, and what to do about it. */
export interface RosterIssue {
  /** Row of the file, counted from 1 as spreadsheet programs show it. */
  row: number;
  /** Chinese name of the column; empty when the whole row is meant. */
  column: string;
  problem: string;
  suggestion: string;
}

/** An issue of a column; `key` null means the whole row. */
export function issueAt(
  row: number,
  key: ColumnKey | null,
  problem: string,
  suggestion: string,
): RosterIssue {
  return { row, column: key === null ? '' : columnName(key), problem, suggestion };
}
