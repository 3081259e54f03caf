import { posix } from 'node:path';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { emptyCell, type Cell, type SheetOfCells } from './cell.ts';
import type { SheetLimits } from './workbook.ts';
import { attributesOf, prefixOf, unescaped } from './xml.ts';
import { dateOfSerial, dateStyles, sharedCells, stringText, textCell } from './xlsxParts.ts';
import { openZip, type OpenZip } from './zip.ts';

/** Numbers of more than 15 digits have already lost their last digits in the spreadsheet program. */
const EXACT_DIGITS = 1e15;

/** A cell holding this number, a day where it was shown as one. */
export function numberCell(
  value: number,
  { isDate, date1904 }: { isDate: boolean; date1904: boolean },
): Cell {
  if (isDate) {
    const date = dateOfSerial(value, date1904);
    if (date !== null) return { text: date, kind: 'date' };
    return { text: String(value), kind: 'number', problem: '日期无法识别，请填写为 2026-01-31 的形式。' };
  }
  if (Math.abs(value) < EXACT_DIGITS) return { text: String(Number(value.toPrecision(15))), kind: 'number' };
  const problem = '超过15位的数字已被表格软件取整，请把该列设为“文本”后重新填写。';
  return { text: String(value), kind: 'number', problem };
}

interface Book {
  shared: Cell[];
  dates: boolean[];
  date1904: boolean;
  limits: SheetLimits;
}

/** Index of a column by its letters (`AB12` → 27); null without letters. */
function columnIndex(place: string): number | null {
  let index = 0;
  let at = 0;
  for (; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
  }
  return at === 0 || at > 3 ? null : index - 1;
}

/** The sheets of a package, read part by part: only one sheet's text is held at a time, never as objects. */
export function readXlsx(bytes: Uint8Array, limits: SheetLimits): SheetOfCells[] {
  const zip = openZip(bytes, limits.unpackedBytes);
  if (!zip.has('[Content_Types].xml') || !zip.names.some((name) => name.startsWith('xl/'))) {
    throw new DomainError('unsupported', '该压缩包不是表格，请上传 xlsx、xls 或 csv 文件。');
  }
  const workbook = zip.read('xl/workbook.xml');
  if (!workbook)
    throw new DomainError('invalid', '文件已损坏或不完整，请用表格软件打开后另存为 xlsx 再上传。');
  prefixOf(workbook, 'workbook');
  const text = workbook.toString('utf8');
  const properties = attributesOf(/<(?:\w+:)?workbookPr\s[^>]*>/.exec(text)?.[0] ?? '');
  const book: Book = {
    shared: sharedCells(zip.read('xl/sharedStrings.xml')),
    dates: dateStyles(zip.read('xl/styles.xml')),
    date1904: ['1', 'true'].includes(properties.date1904 ?? ''),
    limits,
  };
  const targets = targetsOf(zip);
  return Array.from(text.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)).flatMap(([tag]) => {
    const { name = '', id = '' } = attributesOf(tag.replace(/\w+:id=/, 'id='));
    const part = zip.read(targets.get(id) ?? '');
    return part ? [new SheetReader(part, book).read(name)] : [];
  });
}

function targetsOf(zip: OpenZip): Map<string, string> {
  const relations = zip.read('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  return new Map(
    Array.from(relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g), ([tag]) => {
      const { Id = '', Target = '' } = attributesOf(tag);
      return [Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target)];
    }),
  );
}

class SheetReader {
  readonly #part: Buffer;
  readonly #book: Book;
  readonly #prefix: string;
  readonly #cells: RegExp;
  /** Equal texts of a sheet are one cell: most of a roster is the same few words. */
  readonly #inline = new Map<string, Cell>();

  constructor(part: Buffer, book: Book) {
    this.#part = part;
    this.#book = book;
    this.#prefix = prefixOf(part, 'worksheet');
    const c = `${this.#prefix}c`;
    this.#cells = new RegExp(`<${c}(\\s[^>]*?)?(?:/>|>(.*?)</${c}>)`, 'gs');
  }

  read(name: string): SheetOfCells {
    const part = this.#part;
    const [open, close] = [`<${this.#prefix}row`, `</${this.#prefix}row>`];
    const rows: Cell[][] = [];
    for (let at = part.indexOf(open); at >= 0;) {
      const end = part.indexOf('>', at);
      if (end < 0) break;
      const told = Number(attributesOf(part.toString('latin1', at, end)).r);
      const index = Number.isInteger(told) && told > 0 ? told - 1 : rows.length;
      const isEmpty = part[end - 1] === 0x2f;
      const to = isEmpty ? end : part.indexOf(close, end);
      if (to < 0) break;
      const cells = isEmpty ? [] : this.#row(part.toString('utf8', end + 1, to));
      if (cells.length > 0) this.#put(rows, index, { cells, name });
      at = part.indexOf(open, to);
    }
    this.#spread(rows);
    while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell.kind === 'empty' && !cell.problem))
      rows.pop();
    return { name, rows };
  }

  #put(rows: Cell[][], index: number, { cells, name }: { cells: Cell[]; name: string }): void {
    const { limits } = this.#book;
    if (index >= limits.rows) {
      if (cells.every((cell) => cell.kind === 'empty')) return;
      throw new DomainError('tooLarge', `工作表“${name}”超过 ${limits.rows - 10} 行，请拆分后分批上传。`);
    }
    while (rows.length < index) rows.push([]);
    rows[index] = cells;
  }

  #row(xml: string): Cell[] {
    const cells: Cell[] = [];
    for (const [, head = '', body = ''] of xml.matchAll(this.#cells)) {
      const place = /\sr\s*=\s*["']([A-Z]{1,3})/.exec(head)?.[1];
      const index = (place === undefined ? null : columnIndex(place)) ?? cells.length;
      if (index >= this.#book.limits.columns) continue;
      const cell = this.#cell(head, body);
      if (cell === emptyCell) continue;
      while (cells.length < index) cells.push(emptyCell);
      cells[index] = cell;
    }
    return cells;
  }

  #cell(head: string, body: string): Cell {
    if (body === '') return emptyCell;
    const type = /\st\s*=\s*["'](\w+)/.exec(head)?.[1] ?? 'n';
    if (type === 'inlineStr') return this.#text(stringText(body, this.#prefix));
    const value = this.#value(body);
    if (value === null) {
      if (!body.includes(`<${this.#prefix}f`)) return emptyCell;
      return { text: '', kind: 'text', problem: '公式没有计算结果，请粘贴为数值。' };
    }
    if (type === 's') return this.#book.shared[Number(value)] ?? emptyCell;
    if (type === 'e') return { text: unescaped(value), kind: 'text', problem: '单元格里是错误值，请改正。' };
    if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'text' };
    if (type === 'd') return { text: value.slice(0, 16).replace('T', ' '), kind: 'date' };
    if (type !== 'n') return this.#text(stringText(`<t>${value}</t>`, ''));
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) return this.#text(unescaped(value));
    const style = Number(/\ss\s*=\s*["'](\d+)/.exec(head)?.[1] ?? 0);
    return numberCell(number, { isDate: this.#book.dates[style] === true, date1904: this.#book.date1904 });
  }

  #value(body: string): string | null {
    const open = body.indexOf(`<${this.#prefix}v`);
    if (open < 0) return null;
    const from = body.indexOf('>', open) + 1;
    const to = body.indexOf(`</${this.#prefix}v>`, from);
    return from > 0 && to >= 0 ? body.slice(from, to) : null;
  }

  #text(text: string): Cell {
    const known = this.#inline.get(text);
    if (known) return known;
    const cell = textCell(text);
    this.#inline.set(text, cell);
    return cell;
  }

  /** Each cell of a merged range says what the range says; ranges end where the sheet's own rows end. */
  #spread(rows: Cell[][]): void {
    const from = this.#part.lastIndexOf(`</${this.#prefix}sheetData>`);
    const tail = from < 0 ? '' : this.#part.toString('latin1', from);
    const ranges = tail.matchAll(
      /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)/g,
    );
    for (const [, left = '', top, right = '', bottom] of ranges) {
      const [first, last] = [columnIndex(left) ?? 0, columnIndex(right) ?? 0];
      const shown = rows[Number(top) - 1]?.[first];
      if (!shown || shown.kind === 'empty') continue;
      for (let r = Number(top) - 1; r <= Math.min(Number(bottom), rows.length) - 1; r += 1) {
        const row = rows[r] ?? [];
        for (let c = first; c <= Math.min(last, this.#book.limits.columns - 1); c += 1) {
          while (row.length < c) row.push(emptyCell);
          row[c] = shown;
        }
      }
    }
  }
}
