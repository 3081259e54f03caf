/** What a cell of a spreadsheet held; `date` text is `YYYY-MM-DD`, with ` HH:mm` where it carried a time. */
export interface Cell {
  /** Trimmed, without the apostrophe that marks text; the value of a merged range stands in each of its cells. */
  text: string;
  kind: 'text' | 'number' | 'date' | 'empty';
  /** Chinese sentence: why the text cannot be trusted. */
  problem?: string;
}

export interface SheetOfCells {
  name: string;
  /** As in the file: the first row has index 0; rows may differ in length and may be empty. */
  rows: Cell[][];
}

export const emptyCell: Cell = { text: '', kind: 'empty' };

/** White space of any script, zero-width characters and byte order marks at either end. */
const EDGE = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g;

/** Characters that nobody types but files bring along (`_x0000_` of xlsx); PostgreSQL cannot store the first of them. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as a person meant it: trimmed, without control characters, and without the lone leading apostrophe that keeps digits from rounding. */
export function cleanCellText(raw: string): string {
  const text = raw.replace(CONTROLS, '').replace(EDGE, '');
  const marked = /^['‘’＇`]/.test(text) && !/['‘’＇`]/.test(text.slice(1));
  return marked ? text.slice(1).replace(EDGE, '') : text;
}
