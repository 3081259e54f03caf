import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../../../tests/support/source.ts';
import { readFileSync } from 'node:fs';
import { parseWorkbook } from './workbook.ts';
import { makeWorkbook } from './workbookThread.ts';

const columns = [{ heading: '编号', width: 8 }];

async function* portions(...sizes: number[]) {
  let last = 0;
  for (const size of sizes) yield Array.from({ length: size }, () => [String((last += 1))]);
}

describe('a workbook written in a thread of its own', () => {
  it('holds every row of every portion, in their order', async () => {
    const about = { name: '说明', columns, rows: [['甲']] };
    const sheets = [{ name: '表', columns, rows: portions(1200, 0, 3) }, about];
    const [table, said] = parseWorkbook(await makeWorkbook({ mark: null, sheets }));
    const cells = table?.rows.slice(1).map((row) => Number(row[0]?.text));
    expect(cells).toEqual(Array.from({ length: 1203 }, (_, at) => at + 1));
    expect(said?.rows[1]?.[0]?.text).toBe('甲');
  });

  it('carries its mark above the heading of every sheet', async () => {
    const sheets = [
      { name: '甲', columns, rows: [['1']] },
      { name: '乙', columns, rows: [['2']] },
    ];
    const read = parseWorkbook(await makeWorkbook({ mark: '由某人导出', sheets }));
    expect(read.map((sheet) => sheet.rows[0]?.[0]?.text)).toEqual(['由某人导出', '由某人导出']);
    expect(read.map((sheet) => sheet.rows[2]?.[0]?.text)).toEqual(['1', '2']);
  });

  it('fails as its rows fail', async () => {
    async function* broken(): AsyncIterable<string[][]> {
      yield [['1']];
      throw new Error('the rows broke off');
    }
    const sheets = [{ name: '表', columns, rows: broken() }];
    await expect(makeWorkbook({ mark: null, sheets })).rejects.toThrow('broke off');
  });

  it('is how every room writes one: none builds it on the thread that answers exam takers', () => {
    const rooms = filesBelow('src/lib/server', /^src\/lib\/server\/(?!documents\/).*\.ts$/);
    expect(rooms.filter((path) => readFileSync(path, 'utf8').includes('writeWorkbook'))).toEqual([]);
  });
});
