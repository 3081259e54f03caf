import { zipOf } from './zipWriter.ts';

/** How a cell looks; every cell is text, whatever it begins with. */
export type Look = 'plain' | 'heading' | 'wrong' | 'note';

export interface LongTable {
  name: string;
  /** Width of each column in characters. */
  widths: readonly number[];
  /** Rows that stay in sight, counted from the top. */
  frozenRows: number;
  /** Drawn one after another, so that a hundred thousand need no memory of their own. */
  rows: Iterable<readonly LongCell[]>;
}

export type LongCell = string | { text: string; look: Look };

const LOOKS: readonly Look[] = ['plain', 'heading', 'wrong', 'note'];

/** Characters that XML 1.0 cannot carry. */
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(UNSPEAKABLE, '').replace(/[&<>"]/g, (sign) => SPECIAL[sign] ?? '');
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;

const rootRelations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const bookRelations = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`;

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
}

/** One format for each look, in the order of `LOOKS`; number format 49 is text. */
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF9C2B20"/><name val="宋体"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EEF5')}${fill('FFFBE3DF')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="2" fillId="3" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: LongCell, place: string): string {
  const { text, look } = typeof cell === 'string' ? { text: cell, look: 'plain' as const } : cell;
  const style = look === 'plain' ? '' : ` s="${LOOKS.indexOf(look)}"`;
  if (text === '') return style === '' ? '' : `<c r="${place}"${style}/>`;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Rows of one piece. */
const PIECE = 200;

function* sheetXml({ widths, frozenRows, rows }: LongTable): Generator<string> {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozenRows > 0 ? pane : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const letters: string[] = [];
  let piece = '';
  let number = 0;
  for (const cells of rows) {
    number += 1;
    while (letters.length < cells.length) letters.push(columnLetters(letters.length));
    const written = cells.map((cell, at) => cellXml(cell, `${letters[at]}${number}`));
    piece += `<row r="${number}">${written.join('')}</row>`;
    if (number % PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

/** An xlsx file of one sheet that may be very long. For a thread of its own: it takes seconds. */
export async function writeLongTable(table: LongTable): Promise<Buffer> {
  const book = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="${escaped(table.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return zipOf([
    ['[Content_Types].xml', [contentTypes]],
    ['_rels/.rels', [rootRelations]],
    ['xl/workbook.xml', [book]],
    ['xl/_rels/workbook.xml.rels', [bookRelations]],
    ['xl/styles.xml', [styles]],
    ['xl/worksheets/sheet1.xml', sheetXml(table)],
  ]);
}
