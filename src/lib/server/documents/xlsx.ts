import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type Feature, type SheetData } from 'write-excel-file/node';

export interface WorkbookColumn {
  heading: string;
  /** In characters. */
  width: number;
  /** Offered as a drop-down list; other text can still be typed. */
  options?: readonly string[];
}

export interface WorkbookSheet {
  name: string;
  columns: WorkbookColumn[];
  rows: string[][];
}

/** Rows below the heading for which drop-down lists are offered. */
const OFFERED_ROWS = 2000;
const OPTIONS_SHEET = '选项';

/** Characters that XML 1.0 cannot carry. */

const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Every cell is written as a text of type string: whatever it begins with, no program runs it as a formula. */
function textCell(value: string) {
  const text = value.replace(UNSPEAKABLE, '');
  return text === '' ? null : { value: text, type: String, format: '@', wrap: text.includes('\n') };
}

function headingCell(heading: string) {
  return { value: heading, type: String, fontWeight: 'bold' as const, backgroundColor: '#e8eef5' };
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

interface OfferedList {
  sheet: number;
  column: number;
  options: readonly string[];
}

function listsOf(sheets: WorkbookSheet[]): OfferedList[] {
  return sheets.flatMap((sheet, at) =>
    sheet.columns.flatMap(({ options }, column) => (options ? [{ sheet: at, column, options }] : [])),
  );
}

/** Lists refer to cells of a sheet of their own, since a list within the rule holds no more than 255 characters. */
function offering(lists: OfferedList[]): Feature<Stream | Buffer | Blob> {
  const rules = (sheet: number): string[] =>
    lists.flatMap((list, at) => {
      if (list.sheet !== sheet) return [];
      const cells = columnLetters(list.column);
      const source = `'${OPTIONS_SHEET}'!$${columnLetters(at)}$1:$${columnLetters(at)}$${list.options.length}`;
      return `<dataValidation type="list" allowBlank="1" sqref="${cells}2:${cells}${OFFERED_ROWS}"><formula1>${source}</formula1></dataValidation>`;
    });
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_options, { sheetIndex }) => {
            const made = rules(sheetIndex);
            return made.length > 0
              ? `<dataValidations count="${made.length}">${made.join('')}</dataValidations>`
              : undefined;
          },
        },
      },
    },
  };
}

function optionsSheet(lists: OfferedList[]) {
  const height = Math.max(...lists.map((list) => list.options.length));
  const data: SheetData = Array.from({ length: height }, (_, row) =>
    lists.map((list) => textCell(list.options[row] ?? '')),
  );
  return { data, sheet: OPTIONS_SHEET };
}

/** An xlsx file of these sheets, headings bold and frozen, all cells text. Resolves to the file's bytes. */
export async function writeWorkbook(workbook: { sheets: WorkbookSheet[] }): Promise<Uint8Array> {
  const lists = listsOf(workbook.sheets);
  const sheets = workbook.sheets.map((sheet) => ({
    data: [
      sheet.columns.map((column) => headingCell(column.heading)),
      ...sheet.rows.map((row) => row.map(textCell)),
    ] as SheetData,
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }));
  const all = lists.length > 0 ? [...sheets, optionsSheet(lists)] : sheets;
  return writeExcelFile(all, { features: [offering(lists)] }).toBuffer();
}
