import { utils, write, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { parseWorkbook, sheetLimits } from './workbook.ts';
import { writeWorkbook } from './xlsx.ts';
import { cleanCellText } from './cell.ts';

/** 姓名,单位 / 张三,司法局 in GBK, as Chinese spreadsheet programs save csv. */
const gbk = Buffer.from('d0d5c3fb2cb5a5cebb0d0ad5c5c8fd2ccbbeb7a8bed6', 'hex');

function texts(bytes: Uint8Array): string[][] {
  return parseWorkbook(bytes)[0]?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
}

function bookOf(sheet: WorkSheet, bookType: 'xlsx' | 'biff8' | 'biff5'): Uint8Array {
  const book = utils.book_new(sheet, '人员');
  return new Uint8Array(write(book, { type: 'buffer', bookType, codepage: 936 }) as Buffer);
}

/** An old xls as Chinese programs wrote it: code page 936 declared, the letters ABCD standing for 张三 in GBK. */
function inGbk(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  file.writeUInt16LE(936, file.indexOf(Buffer.from('42000200', 'hex')) + 4);
  Buffer.from('d5c5c8fd', 'hex').copy(file, file.indexOf('ABCD'));
  return file;
}

function refusalOf(bytes: Uint8Array): string {
  try {
    parseWorkbook(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('reading a spreadsheet', () => {
  it('takes csv in UTF-8, with a byte order mark and in GBK for the same table', () => {
    const expected = [
      ['姓名', '单位'],
      ['张三', '司法局'],
    ];
    expect(texts(Buffer.from('姓名,单位\n张三,司法局\n'))).toEqual(expected);
    expect(texts(Buffer.from('\ufeff姓名,单位\r\n张三,司法局\r\n'))).toEqual(expected);
    expect(texts(gbk)).toEqual(expected);
    expect(texts(Buffer.from('\ufeff姓名\t单位\r\n张三\t司法局\r\n', 'utf16le'))).toEqual(expected);
  });

  it('keeps every digit of an identity number in csv and does not take a heading ID for another format', () => {
    expect(texts(Buffer.from('ID,姓名\n440101199001011234,张三\n'))).toEqual([
      ['ID', '姓名'],
      ['440101199001011234', '张三'],
    ]);
  });

  it('reads xls of both kinds, the older by its Chinese code page', () => {
    expect(texts(bookOf(utils.aoa_to_sheet([['姓名'], ['张三']]), 'biff8'))).toEqual([['姓名'], ['张三']]);
    expect(texts(inGbk(bookOf(utils.aoa_to_sheet([['ABCD']]), 'biff5')))).toEqual([['张三']]);
  });

  it('marks a number of more than 15 digits as a problem instead of rounding it silently', () => {
    const [sheet] = parseWorkbook(
      bookOf(utils.aoa_to_sheet([[440101199001011234, 123456789012345]]), 'xlsx'),
    );
    expect(sheet?.rows[0]?.[0]?.problem).toContain('超过15位');
    expect(sheet?.rows[0]?.[1]).toEqual({ text: '123456789012345', kind: 'number' });
  });

  it('reads a date cell as a day', () => {
    const sheet = utils.aoa_to_sheet([[46053]]);
    sheet['A1'].z = 'yyyy/m/d';
    expect(parseWorkbook(bookOf(sheet, 'xlsx'))[0]?.rows[0]?.[0]).toEqual({
      text: '2026-01-31',
      kind: 'date',
    });
  });

  it('says in every cell of a merged range what the range says', () => {
    const sheet = utils.aoa_to_sheet([
      ['单位', '姓名'],
      ['司法局', '张三'],
      ['', '李四'],
    ]);
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    expect(texts(bookOf(sheet, 'xlsx'))[2]).toEqual(['司法局', '李四']);
  });

  it('trims white space of every kind and the apostrophe that marks text', () => {
    expect(texts(Buffer.from("\u3000张三\u00a0,'0012\n"))).toEqual([['张三', '0012']]);
  });

  it('leaves out control characters, which a database cannot keep', () => {
    expect(cleanCellText('李\u0000明\u001f')).toBe('李明');
    expect(cleanCellText('两\n行')).toBe('两\n行');
  });
});

describe('what is no spreadsheet is refused in a sentence', () => {
  it('tells an empty, a cut and a foreign file apart', async () => {
    const whole = await writeWorkbook({
      sheets: [{ name: '表', columns: [{ heading: '姓名', width: 10 }], rows: [['张三']] }],
    });
    expect(refusalOf(new Uint8Array())).toBe('invalid');
    expect(refusalOf(whole.subarray(0, whole.length - 200))).toBe('invalid');
    expect(refusalOf(zipSync({ 'a.txt': new Uint8Array(3) }))).toBe('unsupported');
    expect(refusalOf(Buffer.from('<table></table>'))).toBe('unsupported');
    expect(refusalOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toBe('unsupported');
  });

  it('stops unpacking at the limit, whatever size the archive claims', () => {
    const bomb = zipSync({
      '[Content_Types].xml': new Uint8Array(100),
      'xl/workbook.xml': new Uint8Array(4_000_000),
    });
    const read = () => parseWorkbook(bomb, { ...sheetLimits, unpackedBytes: 1_000_000 });
    expect(read).toThrow('解压后过大');
  });

  it('refuses more rows than the limit', () => {
    const rows = Array.from({ length: 40 }, (_, at) => `张${at}`).join('\n');
    expect(() => parseWorkbook(Buffer.from(rows), { ...sheetLimits, rows: 20 })).toThrow('超过 10 行');
  });

  it('answers any bytes with rows or a refusal, never with a crash', () => {
    const mark = fc.constantFrom<number[]>(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    );
    fc.assert(
      fc.property(mark, fc.uint8Array({ maxLength: 600 }), (head, tail) => {
        expect(typeof refusalOf(new Uint8Array([...head, ...tail]))).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});

describe('writing a spreadsheet', () => {
  it('writes what looks like a formula as plain text that reads back the same', async () => {
    const rows = [
      ['=1+1', '@SUM(A1)', '+86', '-1'],
      ['甲', '', '丙', '丁'],
    ];
    const columns = ['一', '二', '三', '四'].map((heading) => ({ heading, width: 8 }));
    const bytes = await writeWorkbook({ sheets: [{ name: '表', columns, rows }] });
    expect(texts(bytes)).toEqual([['一', '二', '三', '四'], ...rows]);
  });

  it('offers the options of a column on a sheet of their own', async () => {
    const columns = [{ heading: '状态', width: 8, options: ['在岗', '退休'] }];
    const [, options] = parseWorkbook(await writeWorkbook({ sheets: [{ name: '表', columns, rows: [] }] }));
    expect(options?.name).toBe('选项');
    expect(options?.rows.map((row) => row[0]?.text)).toEqual(['在岗', '退休']);
  });
});
