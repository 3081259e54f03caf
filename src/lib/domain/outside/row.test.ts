import { describe, expect, it } from 'vitest';
import type { Cells } from '../imports/row.ts';
import type { ResultColumn } from './columns.ts';
import { readResult } from './row.ts';

const asked = { today: '2026-03-02', thisYear: 2026 };
const good = {
  ...{
    name: '张　敏',
    mobile: '+86 138-0000-0001',
    planYear: '２０２６年度',
    ledger: '学时',
    hours: '7.50学时',
  },
  ...{ title: '行政处罚法专题', organiser: '省干部网络学院', completedOn: '2026/2/20 10:20:33' },
};

function read(told: Partial<Record<ResultColumn, string>>) {
  const texts = { ...good, ...told };
  const cells = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text }]));
  return readResult(2, cells as Cells<ResultColumn>, asked);
}

const faultsOf = (told: Partial<Record<ResultColumn, string>>) =>
  read(told).issues.map(({ column, problem }) => `${column}：${problem}`);

describe('a row of results', () => {
  it('is read as people and systems write it', () => {
    expect(read({}).value).toEqual({
      ...{ row: 2, name: '张敏', identity: null, mobile: '13800000001', planYear: 2026 },
      ...{ ledger: 'training', hundredths: 750, title: '行政处罚法专题', organiser: '省干部网络学院' },
      ...{ completedOn: '2026-02-20', number: '', note: '' },
    });
    expect(read({ ledger: '学法考试学分', hours: '40' }).value).toMatchObject({
      ...{ ledger: 'credit', hundredths: 4000 },
    });
  });

  it('names each cell that is missing or cannot be', () => {
    expect(faultsOf({ name: '', mobile: '', ledger: '', hours: '', title: '', organiser: '' })).toEqual([
      ...['姓名：没有填写姓名。', '身份证号：身份证号和手机号都没有填写。', '台账：没有填写台账。'],
      ...['学时：没有填写学时。', '项目或课程名称：没有填写项目或课程名称。'],
      '主办或平台名称：没有填写主办或平台名称。',
    ]);
    for (const hours of ['0', '-1', '1.234', '八', '1e3', '=1+1'])
      expect(faultsOf({ hours })).toEqual([`学时：“${hours}”不是有效的学时。`]);
    expect(faultsOf({ hours: '500.01' })).toEqual(['学时：一项超过 500 学时。']);
    expect(faultsOf({ planYear: '今年' })).toEqual(['年度：“今年”不是年度。']);
    expect(faultsOf({ mobile: '138****0001' })).toEqual(['手机号：号码被星号遮盖，无法识别本人。']);
    expect(faultsOf({ title: '长'.repeat(201) })).toContain('项目或课程名称：超过 200 个字。');
    expect(faultsOf({ identity: '440101199001010010' })[0]).toContain('校验码');
  });

  it('counts for its year, with January of the next for a make-up, and never for a day to come', () => {
    expect(faultsOf({ planYear: '2025', completedOn: '2026-01-31' })).toEqual([]);
    expect(faultsOf({ planYear: '2025', completedOn: '2026-02-01' })[0]).toContain('不在 2025 年度内');
    expect(faultsOf({ planYear: '2025', completedOn: '2024-12-31' })[0]).toContain('不在 2025 年度内');
    expect(faultsOf({ completedOn: '2026-03-03' })).toEqual(['完成日期：完成日期还没有到。']);
    expect(faultsOf({ planYear: '2027' })).toEqual(['年度：2027 年度还没有开始。']);
    expect(faultsOf({ planYear: '2024', completedOn: '2024-05-01' })).toEqual([
      '年度：只能导入本年度和上一年度的成绩。',
    ]);
  });
});
