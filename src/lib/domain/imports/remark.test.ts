import { expect, it } from 'vitest';
import { isRemark } from './remark.ts';

const row = (...texts: string[]) => texts.map((text) => ({ text }));

it('knows sums, signatures and notes below a table by their first filled cell', () => {
  for (const text of [
    '合计',
    '合 计',
    '总计：6人',
    '填表人：张三',
    '审核人: 李四',
    '联系电话：0839-1',
    '注：以编制为准',
  ])
    expect([text, isRemark(row('', text, ''))]).toEqual([text, true]);
});

it('leaves people, units and their numbers alone', () => {
  for (const text of ['1', '张三', '联系人办公室', '合计科', '审核科', '说明书编制组', '注册科'])
    expect([text, isRemark(row(text, '合计'))]).toEqual([text, false]);
  expect(isRemark([])).toBe(false);
});
