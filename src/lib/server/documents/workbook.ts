import { createRequire } from 'node:module';
import type * as SheetJs from '@e965/xlsx';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { cleanCellText, emptyCell, type Cell, type SheetOfCells } from './cell.ts';
import { decodeText, LARGEST_SHEET, sheetKindOf } from './content.ts';
import { numberCell, readXlsx } from './xlsxReader.ts';

export interface SheetLimits {
  /** Bytes of the file. */
  bytes: number;
  /** Bytes of a package once unpacked. */
  unpackedBytes: number;
  /** Rows of one sheet, heading included. */
  rows: number;
  columns: number;
}

export const sheetLimits: SheetLimits = {
  bytes: LARGEST_SHEET,
  unpackedBytes: 400 * 1024 * 1024,
  rows: 100_010,
  columns: 100,
};

const require = createRequire(import.meta.url);

/** SheetJS for text, which is decoded before: its small edition loads in an eighth of the time. */
function smallSheetJs(): typeof SheetJs {
  return require('@e965/xlsx/dist/xlsx.mini.min.js') as typeof SheetJs;
}

/**
 * SheetJS, for the older formats; loaded when one comes. Old xls files name their alphabet by a code page (936 for
 * GBK), which it reads only with this table.
 */
function sheetJs(): typeof SheetJs {
  const library = require('@e965/xlsx') as typeof SheetJs;
  library.set_cptable(require('@e965/xlsx/dist/cpexcel.js'));
  return library;
}

function toCell(cell: SheetJs.CellObject | undefined, date1904: boolean): Cell {
  if (!cell || cell.t === 'z') return emptyCell;
  if (cell.v === undefined) return { text: '', kind: 'text', problem: '公式没有计算结果，请粘贴为数值。' };
  if (cell.t === 'e') return { text: cell.w ?? '', kind: 'text', problem: '单元格里是错误值，请改正。' };
  if (cell.t === 'n') {
    const isDate = Boolean(cell.z) && sheetJs().SSF.is_date(String(cell.z));
    return numberCell(cell.v as number, { isDate, date1904 });
  }
  if (cell.t === 'b') return { text: cell.v ? 'TRUE' : 'FALSE', kind: 'text' };
  const text = cleanCellText(String(cell.v));
  return text === '' ? emptyCell : { text, kind: 'text' };
}

/** Each cell of a merged range says what the range says; ranges end where the sheet's own rows end. */
function spreadMerged(rows: Cell[][], sheet: SheetJs.WorkSheet, limits: SheetLimits): void {
  for (const { s: from, e: to } of (sheet['!merges'] ?? []).slice(0, limits.rows)) {
    const shown = rows[from.r]?.[from.c];
    if (!shown || shown.kind === 'empty') continue;
    for (let r = from.r; r <= Math.min(to.r, rows.length - 1); r += 1) {
      const row = rows[r] ?? [];
      for (let c = from.c; c <= Math.min(to.c, limits.columns - 1); c += 1) {
        while (row.length < c) row.push(emptyCell);
        row[c] = shown;
      }
    }
  }
}

function toSheet(
  name: string,
  sheet: SheetJs.WorkSheet,
  date1904: boolean,
  limits: SheetLimits,
): SheetOfCells {
  const data = (sheet['!data'] ?? []) as ((SheetJs.CellObject | undefined)[] | undefined)[];
  if (data.length > limits.rows) {
    throw new DomainError('tooLarge', `工作表“${name}”超过 ${limits.rows - 10} 行，请拆分后分批上传。`);
  }
  const rows = Array.from(data, (cells) =>
    Array.from((cells ?? []).slice(0, limits.columns), (cell) => toCell(cell, date1904)),
  );
  spreadMerged(rows, sheet, limits);
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell.kind === 'empty')) rows.pop();
  return { name, rows };
}

function separatorOf(text: string): string {
  const heading = text.slice(0, 4096).split(/\r?\n/, 1)[0] ?? '';
  const counted = [',', '\t', ';'].map((mark) => ({ mark, times: heading.split(mark).length }));
  return counted.sort((a, b) => b.times - a.times)[0]?.mark ?? ',';
}

function openOlder(bytes: Uint8Array, limits: SheetLimits): SheetJs.WorkBook {
  const options = {
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
    sheetRows: limits.rows + 1,
  };
  const kind = sheetKindOf(bytes);
  if (kind === 'text') {
    // The explicit first line also keeps SheetJS from taking a heading such as "ID" for another format's mark.
    const text = decodeText(bytes);
    return smallSheetJs().read(`sep=${separatorOf(text)}\n${text}`, {
      ...options,
      type: 'string',
      raw: true,
    });
  }
  return sheetJs().read(bytes, { ...options, type: 'buffer' });
}

/** SheetJS tells the console of every odd record; what a file holds is nobody's business there. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  Object.assign(console, { error: () => undefined });
  try {
    return work();
  } finally {
    Object.assign(console, { error });
  }
}

/** Reads every sheet of a spreadsheet's bytes. Runs in a worker: it may take seconds and much memory. */
export function parseWorkbook(bytes: Uint8Array, limits: SheetLimits = sheetLimits): SheetOfCells[] {
  if (bytes.length === 0) throw new DomainError('invalid', '文件是空的，请检查后重新选择。');
  if (bytes.length > limits.bytes) {
    throw new DomainError(
      'tooLarge',
      `文件超过 ${Math.floor(limits.bytes / 1024 / 1024)} MB，请拆分后分批上传。`,
    );
  }
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (sheetKindOf(bytes) === 'xlsx') return readXlsx(buffer, limits);
    const book = quietly(() => openOlder(buffer, limits));
    const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
    return book.SheetNames.map((name) => toSheet(name, book.Sheets[name] ?? {}, date1904, limits));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof Error && /password|encrypt/i.test(error.message)) {
      throw new DomainError('unsupported', '文件设有打开密码，请取消密码后再上传。');
    }
    throw new DomainError('invalid', '文件已损坏或不完整，请用表格软件打开后另存为 xlsx 再上传。');
  }
}
