import { zipOf } from './zipWriter.ts';

/** How a cell looks; every cell is text, whatever it begins with. */
export type Look = 'plain' | 'heading' | 'wrong' | 'note' | 'wrapped';

export interface LongTable {
  name: string;
  /** Width of each column in characters. */
  widths: readonly number[];
  /** Drop-down lists; other text can still be typed. */
  offered?: readonly Offered[];
  /** Rows that stay in sight, counted from the top. */
  frozenRows: number;
  /** Drawn one after another, so that a hundred thousand need no memory of their own. */
  rows: Iterable<readonly LongCell[]>;
}

export interface Offered {
  column: number;
  /** Cells that hold the choices: `'选项'!$A$1:$A$9`. */
  source: string;
}

export type LongCell = string | { text: string; look: Look };

const LOOKS: readonly Look[] = ['plain', 'heading', 'wrong', 'note', 'wrapped'];

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

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${parts.join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
}

function relations(...each: string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function fill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
}

/** One format for each look, in the order of `LOOKS`; number format 49 is text. */
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF9C2B20"/><name val="宋体"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EEF5')}${fill('FFFBE3DF')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="2" fillId="3" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;

/** `A`, `B` … `AA` by the index of a column. */
export function columnLetters(index: number): string {
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

/** Rows below the heading for which drop-down lists are offered. */
const OFFERED_ROWS = 2000;

function offers({ offered = [], frozenRows }: LongTable): string {
  if (offered.length === 0) return '';
  const rules = offered.map(({ column, source }) => {
    const cells = columnLetters(column);
    return `<dataValidation type="list" allowBlank="1" sqref="${cells}${frozenRows + 1}:${cells}${OFFERED_ROWS}"><formula1>${escaped(source)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function* sheetXml(table: LongTable): Generator<string> {
  const { widths, frozenRows, rows } = table;
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozenRows > 0 ? pane : ''}</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
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
  yield `${piece}</sheetData>${offers(table)}</worksheet>`;
}

/** An xlsx file of sheets that may be very long. For a thread of its own: it takes seconds. */
export async function writeLongTables(tables: readonly LongTable[]): Promise<Buffer> {
  const sheetRelations = tables.map((_, at) =>
    relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  return zipOf([
    ['[Content_Types].xml', [contentTypes(tables.length)]],
    ['_rels/.rels', [relations(relation(1, 'officeDocument', 'xl/workbook.xml'))]],
    ['xl/workbook.xml', [workbook(tables.map((table) => table.name))]],
    [
      'xl/_rels/workbook.xml.rels',
      [relations(...sheetRelations, relation(tables.length + 1, 'styles', 'styles.xml'))],
    ],
    ['xl/styles.xml', [styles]],
    ...tables.map((table, at): [string, Iterable<string>] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      sheetXml(table),
    ]),
  ]);
}
