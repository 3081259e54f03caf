import type { ErrorCode } from '../shared/errors.ts';
import type { Issue } from './issue.ts';
import type { PreviewLine } from './preview.ts';

/** What a file would do, counted. */
export interface Counts {
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
}

/** A column of the file that a person is asked about: its heading and how its first cells look, digits covered. */
export interface SeenColumn {
  place: number;
  heading: string;
  samples: string[];
}

/** What the reading of a file found, as it is kept with the batch; `v` is the version of this shape. */
export interface ReadingReport {
  v: 1;
  /** Rows that hold something. */
  total: number;
  issues: Issue[];
  /** How many there are; `issues` holds the first. */
  issueCount: number;
  /** Headings that are not read. */
  ignored: string[];
  preview: PreviewLine[];
  columns: SeenColumn[];
  /** Column → place, as recognised, remembered or chosen. */
  places: Record<string, number>;
  /** Columns that must be named before anything can be read. */
  missing: string[];
  /** Rows that would write something; told once every row is made ready. */
  toWrite?: number;
}

/** A row of the file made ready to be applied. */
export interface ReadyRow {
  row: number;
  /** The person or unit that the row is about; a new one bears this id later. */
  subjectId: string;
  action: 'add' | 'change' | 'end' | 'same';
  /** What applying needs; null where nothing is left to do. */
  payload: string | null;
  card: string | null;
}

/** What the reading thread says; it goes on after `rows` only when it is told to. */
export type ReadingMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'columns'; report: ReadingReport }
  | { kind: 'faulty'; report: ReadingReport; counts: Counts; marked: Uint8Array }
  | { kind: 'rows'; rows: ReadyRow[] }
  | { kind: 'ready'; report: ReadingReport; counts: Counts }
  | { kind: 'refused'; code: ErrorCode; message: string };

/** A cell as the reading of a file sees it; `problem` says why its text cannot be trusted. */
export interface ReadCell {
  text: string;
  problem?: string;
}

/** The sheet of a file that holds the table. */
export interface SheetToRead {
  rows: readonly (readonly ReadCell[])[];
  /** Index of the heading's row. */
  headingAt: number;
  places: ReadonlyMap<string, number>;
  /** Told now and then: a row count out of `rows`. */
  progress(done: number): void;
}

/** What a room makes of a sheet. */
export interface SheetReading {
  /** Rows that hold something. */
  total: number;
  counts: Counts;
  issues: Issue[];
  preview: PreviewLine[];
  /** Made one after another, when there is no issue. */
  ready: Iterable<ReadyRow>;
}
