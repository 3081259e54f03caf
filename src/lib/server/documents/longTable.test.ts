import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeLongTables } from './longTable.ts';
import { parseWorkbook } from './workbook.ts';
import { surveyZip } from './zip.ts';

const rows = [
  [{ text: '姓名', look: 'heading' as const }, '单位'],
  ['=HYPERLINK("x")', { text: '<没有&这个局>\u0001', look: 'wrong' as const }],
  ['', ' 前后有空格 '],
];

describe('a long table', () => {
  it('is read back cell by cell, and nothing in it is a formula', async () => {
    const bytes = await writeLongTables([{ name: '检查', widths: [12, 20], frozenRows: 1, rows }]);
    const [sheet] = await parseWorkbook(bytes);
    expect(sheet?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['姓名', '单位'],
      ['=HYPERLINK("x")', '<没有&这个局>'],
      ['', '前后有空格'],
    ]);
    const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('s="2"');
  });

  it('is a sound package with true sizes and check sums', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => [`第${at}行`]);
    const bytes = await writeLongTables([{ name: '长', widths: [], frozenRows: 0, rows: many }]);
    const entries = surveyZip(bytes, 1_000_000);
    expect(entries.map((entry) => entry.name)).toContain('xl/worksheets/sheet1.xml');
    const [sheet] = await parseWorkbook(bytes);
    expect(sheet?.rows).toHaveLength(1001);
  });
});
