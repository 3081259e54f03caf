/** One thing wrong in a file: where, what, and what to do about it. */
export interface Issue {
  /** Row of the file, counted from 1 as spreadsheet programs show it. */
  row: number;
  /** Chinese name of the column; empty when the whole row is meant. */
  column: string;
  problem: string;
  suggestion: string;
}

/** So many issues stay readable on a page and on a console; the marked file holds all. */
export const MOST_ISSUES_TOLD = 1000;
