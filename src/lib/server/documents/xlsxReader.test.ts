import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetLimits } from './workbook.ts';
import { readXlsx } from './xlsxReader.ts';

const RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>';

/** A package as some other program writes it: its own prefix, its own order of attributes, no more than is needed. */
function packageOf(
  sheet: string,
  {
    shared = '',
    styles = '',
    properties = '',
  }: { shared?: string; styles?: string; properties?: string } = {},
): Uint8Array {
  const workbook = `<x:workbook>${properties}<x:sheets><x:sheet r:id="r1" name="甲&amp;乙"/></x:sheets></x:workbook>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/s.xml': sheet,
    ...(shared === '' ? {} : { 'xl/sharedStrings.xml': `<sst>${shared}</sst>` }),
    ...(styles === '' ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const rowsOf = (bytes: Uint8Array) => readXlsx(bytes, sheetLimits)[0]?.rows ?? [];
const textsOf = (bytes: Uint8Array) => rowsOf(bytes).map((row) => row.map((cell) => cell.text));

describe('a package of another program', () => {
  it('is read with prefixes, rows and cells left out, and strings in runs with reading aids', () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row r="2"><x:c t="s" r="C2"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>丁</x:t></x:is></x:c></x:row><x:row/></x:sheetData></x:worksheet>';
    const shared = '<si><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh><t>zhang</t></rPh></si>';
    const [found] = readXlsx(packageOf(sheet, { shared }), sheetLimits);
    expect(found?.name).toBe('甲&乙');
    expect(found?.rows.map((row) => row.map((cell) => cell.text))).toEqual([[], ['', '', '张 三', '丁']]);
  });

  it('says of formulas without result, errors and rounded numbers why they cannot be trusted', () => {
    const sheet =
      '<worksheet><sheetData><row><c><f>A1</f></c><c t="e"><v>#REF!</v></c><c><v>4.4010119900101E17</v></c><c t="str"><f>A1</f><v>甲&lt;乙</v></c><c t="b"><v>1</v></c><c s="1"/></row></sheetData></worksheet>';
    const [cells = []] = rowsOf(packageOf(sheet));
    expect(cells.slice(0, 3).every((cell) => cell.problem !== undefined)).toBe(true);
    expect(cells.slice(3).map((cell) => cell.text)).toEqual(['甲<乙', 'TRUE']);
  });

  it('shows as days what its styles show as days, by either calendar', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const sheet =
      '<worksheet><sheetData><row><c><v>46053</v></c><c s="1"><v>46053</v></c><c s="2"><v>46053.5</v></c><c s="3"><v>46053</v></c><c s="1"><v>99999999</v></c></row></sheetData></worksheet>';
    expect(textsOf(packageOf(sheet, { styles }))[0]?.slice(0, 4)).toEqual([
      '46053',
      '2026-01-31',
      '2026-01-31 12:00',
      '46053',
    ]);
    expect(rowsOf(packageOf(sheet, { styles }))[0]?.[4]?.problem).toContain('日期');
    const properties = '<workbookPr date1904="1"/>';
    const old = '<worksheet><sheetData><row><c s="1"><v>0</v></c></row></sheetData></worksheet>';
    expect(textsOf(packageOf(old, { styles, properties }))).toEqual([['1904-01-01']]);
  });

  it('that brings definitions of its own is refused', () => {
    const sheet = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>';
    expect(() => readXlsx(packageOf(sheet), sheetLimits)).toThrow('不允许的定义');
  });

  it('that has more rows than the limit is refused, be they far down', () => {
    const sheet =
      '<worksheet><sheetData><row r="900000"><c t="str"><v>x</v></c></row></sheetData></worksheet>';
    expect(() => rowsOf(packageOf(sheet))).toThrow('超过 100000 行');
  });
});
