import { expect, it } from 'vitest';
import { withCellLabels } from './labelled.ts';

const table = (cells: string) =>
  `<table><tbody class="s" data-labels="姓名\t\t学时 &amp; 学分">${cells}</tbody></table>`;

it('says on each cell of each row which column it stands in', () => {
  const html = table(
    '<tr><th scope="row">李明</th><td></td><td class="end">3</td></tr><tr><td>王芳</td></tr>',
  );
  expect(withCellLabels(html)).toBe(
    table(
      '<tr><th data-label="姓名" scope="row">李明</th><td></td><td data-label="学时 &amp; 学分" class="end">3</td></tr>' +
        '<tr><td data-label="姓名">王芳</td></tr>',
    ),
  );
});

it('leaves alone what names itself and tables without labels', () => {
  const own = table('<tr><td data-label="名字">李明</td></tr>');
  expect(withCellLabels(own)).toBe(own);
  const other = '<table><tbody><tr><td>1</td></tr></tbody></table>';
  expect(withCellLabels(`${other}${own}${other}`)).toBe(`${other}${own}${other}`);
});
