import { columnLetters, writeLongTables, type LongCell, type LongTable, type Offered } from './longTable.ts';

export interface WorkbookColumn {
  heading: string;
  /** In characters. */
  width: number;
  /** Offered as a drop-down list; other text can still be typed. */
  options?: readonly string[];
}

export interface WorkbookSheet {
  name: string;
  /** A line above the heading that everybody sees: who exported it, when and what for. */
  above?: string;
  columns: WorkbookColumn[];
  rows: string[][];
}

const OPTIONS_SHEET = '选项';

function cellOf(text: string): LongCell {
  return text.includes('\n') ? { text, look: 'wrapped' } : text;
}

function* rowsOf(sheet: WorkbookSheet): Generator<LongCell[]> {
  if (sheet.above !== undefined) yield [{ text: sheet.above, look: 'note' }];
  yield sheet.columns.map(({ heading }) => ({ text: heading, look: 'heading' }));
  for (const row of sheet.rows) yield row.map(cellOf);
}

/** Choices of all drop-down lists, a column each on a sheet of their own: within a rule they may have 255 characters. */
function optionsSheet(lists: readonly (readonly string[])[]): LongTable {
  const height = Math.max(...lists.map((options) => options.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map((options) => options[row] ?? ''));
  return { name: OPTIONS_SHEET, widths: [], frozenRows: 0, rows };
}

/** An xlsx file of these sheets, headings bold and frozen, all cells text. Resolves to the file's bytes. */
export async function writeWorkbook(workbook: { sheets: WorkbookSheet[] }): Promise<Uint8Array> {
  const lists: (readonly string[])[] = [];
  const offeredIn = ({ columns }: WorkbookSheet): Offered[] =>
    columns.flatMap(({ options }, column) => {
      if (!options) return [];
      const letters = columnLetters(lists.push(options) - 1);
      return [{ column, source: `'${OPTIONS_SHEET}'!$${letters}$1:$${letters}$${options.length}` }];
    });
  const tables = workbook.sheets.map((sheet) => ({
    name: sheet.name,
    widths: sheet.columns.map(({ width }) => width),
    frozenRows: sheet.above === undefined ? 1 : 2,
    offered: offeredIn(sheet),
    rows: rowsOf(sheet),
  }));
  return writeLongTables(lists.length > 0 ? [...tables, optionsSheet(lists)] : tables);
}
