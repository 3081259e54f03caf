import { cleanCellText, emptyCell, type Cell } from './cell.ts';
import { attributesOf, prefixOf, unescaped } from './xml.ts';

/** Numbers of formats that spreadsheet programs define themselves as dates and times. */
function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58);
}

/** A format with a year, month, day, hour or second outside quotes, colours and escapes. */
function isDateFormat(code: string): boolean {
  return /[ymdhse]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General|E[+-]/gi, ''));
}

/** Which cell styles show a date. */
export function dateStyles(part: Buffer | undefined): boolean[] {
  if (!part) return [];
  const text = part.toString('utf8');
  const custom = new Map<number, boolean>();
  for (const [tag] of text.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const { numFmtId, formatCode } = attributesOf(tag);
    custom.set(Number(numFmtId), isDateFormat(formatCode ?? ''));
  }
  const formats = /<(?:\w+:)?cellXfs[\s>].*?<\/(?:\w+:)?cellXfs>/s.exec(text)?.[0] ?? '';
  return Array.from(formats.matchAll(/<(?:\w+:)?xf[\s/>][^>]*/g), ([tag]) => {
    const format = Number(attributesOf(tag).numFmtId ?? 0);
    return custom.get(format) ?? isBuiltInDate(format);
  });
}

/** Text of a string element: its runs joined, without the reading aids of East Asian names. */
export function stringText(xml: string, prefix: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh[\s>].*?<\/(?:\w+:)?rPh>/gs, '') : xml;
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  let text = '';
  for (let at = spoken.indexOf(open); at >= 0; at = spoken.indexOf(open, at + 1)) {
    const next = spoken[at + open.length];
    if (next !== '>' && next !== ' ' && next !== '\n') continue;
    const from = spoken.indexOf('>', at) + 1;
    const to = spoken.indexOf(close, from);
    if (from > 0 && to >= 0 && spoken[from - 2] !== '/') text += spoken.slice(from, to);
  }
  return unescaped(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export function textCell(text: string): Cell {
  const clean = cleanCellText(text);
  return clean === '' ? emptyCell : { text: clean, kind: 'text' };
}

/** The strings that cells refer to by number, as cells; equal strings of a file are one. */
export function sharedCells(part: Buffer | undefined): Cell[] {
  if (!part) return [];
  const prefix = prefixOf(part, 'sst');
  const open = `<${prefix}si`;
  const close = `</${prefix}si>`;
  const cells: Cell[] = [];
  for (let at = part.indexOf(open); at >= 0;) {
    const end = part.indexOf('>', at);
    if (end < 0) break;
    const to = part[end - 1] === 0x2f ? end + 1 : part.indexOf(close, end);
    if (to < 0) break;
    cells.push(textCell(stringText(part.toString('utf8', end + 1, to), prefix)));
    at = part.indexOf(open, to);
  }
  return cells;
}

const DAY_MS = 86_400_000;
/** Last serial day of the calendar, 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** `YYYY-MM-DD`, with ` HH:mm` where there is a time; null for a serial number that is no date. */
export function dateOfSerial(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0) || serial > LAST_SERIAL) return null;
  // The calendar of 1900 counts a 29 February that never was.
  const begin = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(begin + Math.round(serial * 86_400) * 1000).toISOString();
  const clock = Math.round(serial * 86_400) % (DAY_MS / 1000) === 0 ? '' : ` ${iso.slice(11, 16)}`;
  return iso.slice(0, 10) + clock;
}
