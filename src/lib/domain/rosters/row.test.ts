import { describe, expect, it } from 'vitest';
import { findHeading, ignoredHeadings } from '../imports/heading.ts';
import type { Cells } from '../imports/row.ts';
import { columnOf, missingColumns } from '../imports/template.ts';
import { placeUnits, unitFinder } from '../units/tree.ts';
import { checkCharacter } from '../people/identity.ts';
import { rosterTemplate, type ColumnKey } from './columns.ts';
import { readRow } from './row.ts';

const findUnit = unitFinder(
  placeUnits([
    { id: 'top', name: '江滨区', parentId: null, sortOrder: 0 },
    { id: 'law', name: '司法局', parentId: 'top', sortOrder: 1 },
    { id: 'teach', name: '普法科', parentId: 'law', sortOrder: 1 },
  ]),
);
const identity = `11010519491231002${checkCharacter('11010519491231002')}`;

function cells(told: Partial<Record<ColumnKey, string>>): Cells<ColumnKey> {
  const all = { name: '张三', identity, unit: '司法局', classes: '科级', ...told };
  return Object.fromEntries(Object.entries(all).map(([key, text]) => [key, { text }]));
}

const read = (told: Partial<Record<ColumnKey, string>>) =>
  readRow(2, cells(told), { findUnit, today: '2026-03-02' });

describe('a row of a roster', () => {
  it('is understood with its department, codes and days', () => {
    const { value } = read({
      name: '张  三',
      department: '普法科',
      level: '正科级',
      rank: '一级主任科员',
      enteredOn: '2018.7',
    });
    expect(value).toMatchObject({
      name: '张三',
      unitId: 'teach',
      level: 'townHead',
      rank: '一级主任科员',
      enteredOn: '2018-07-01',
      status: null,
      classes: ['section'],
    });
  });

  it('reports everything that is wrong with it at once, each with a suggestion', () => {
    const { value, issues } = read({
      name: '',
      unit: '财政局',
      level: '将军',
      enteredOn: '某天',
      cardFields: '食品',
    });
    expect(value).toBeNull();
    expect(issues.map((issue) => issue.column)).toEqual(['姓名', '单位', '职务层次', '入职日期', '执法证号']);
    expect(issues.every((issue) => issue.suggestion !== '')).toBe(true);
  });

  it('does not take a number that the spreadsheet has rounded', () => {
    const rounded = { ...cells({}), identity: { text: '110105194912310000', problem: '超过15位。' } };
    const { issues } = readRow(2, rounded, { findUnit, today: '2026-03-02' });
    expect(issues).toEqual([
      { row: 2, column: '身份证号', problem: '超过15位。', suggestion: expect.any(String) },
    ]);
  });

  it('accepts another document by its number, and a mobile instead of any', () => {
    expect(read({ documentKind: '护照', identity: 'e１２３４５６７８' }).value?.identity).toBe('E12345678');
    expect(read({ identity: '', mobile: '138 0000 0001' }).value).toMatchObject({
      identity: null,
      mobile: '13800000001',
    });
  });

  it('says of a covered number that nobody can be told by it', () => {
    const { issues } = read({ identity: '440***********1234' });
    expect(issues.map((issue) => [issue.column, issue.problem])).toEqual([
      ['身份证号', '号码被星号遮盖，无法识别本人。'],
    ]);
  });

  it('lets 无 take a work unit away and an empty cell leave it', () => {
    expect(read({ workUnit: '无' }).value?.workUnit).toBe('none');
    expect(read({ workUnit: '' }).value?.workUnit).toBeNull();
    expect(read({ workUnit: '普法科' }).value?.workUnit).toEqual({ id: 'teach' });
  });
});

describe('the heading of a roster', () => {
  it('is the first row with several cells where no column is known, for a person to name', () => {
    const heading = findHeading([['名册'], ['甲', '乙', '丙'], ['张三', '1', '2']], rosterTemplate);
    expect(heading).toMatchObject({ at: 1, texts: ['甲', '乙', '丙'] });
    expect(heading && missingColumns(rosterTemplate, heading.places)).toEqual([
      '姓名',
      '身份证号或手机号',
      '单位',
      '人员类别',
    ]);
    expect(findHeading([['名册'], []], rosterTemplate)).toBeNull();
  });

  it('is found below a title, with other names for its columns', () => {
    const heading = findHeading(
      [
        ['江滨区人员名册', ''],
        ['序号', '姓 名 *', '身份证号码', '单位名称', '人员类别（多选,用;分隔）'],
      ],
      rosterTemplate,
    );
    expect(heading?.at).toBe(1);
    expect([...(heading?.places.keys() ?? [])]).toEqual(['name', 'identity', 'unit', 'classes']);
    expect(heading && ignoredHeadings(heading)).toEqual(['序号']);
    expect(heading && missingColumns(rosterTemplate, heading.places)).toEqual([]);
    expect(columnOf(rosterTemplate, '工作单位\n(派驻/下沉)')).toBe('workUnit');
  });
});
