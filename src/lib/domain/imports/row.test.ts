import { expect, it } from 'vitest';
import { readRows } from './row.ts';

it('rows of a file are numbered as spreadsheet programs show them; empty ones and the example are passed over', () => {
  const texts = ['名册', '姓名', '', '示例：张三', '李四', '王五'];
  const told: number[] = [];
  const sheet = {
    rows: texts.map((text) => [{ text }]),
    headingAt: 1,
    places: new Map([['name', 0]]),
    progress: (done: number) => told.push(done),
  };
  const issue = { row: 6, column: '姓名', problem: '看不清。', suggestion: '请核对。' };
  const read = readRows<'name', string>(sheet, (row, { name }) =>
    row === 6 ? { value: null, issues: [issue] } : { value: `${row} ${name?.text}`, issues: [] },
  );
  expect(read).toEqual({ total: 2, rows: ['5 李四'], issues: [issue] });
});
