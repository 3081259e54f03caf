import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { treeTemplate } from '#lib/domain/units/import/columns.ts';
import Import from './Import.svelte';

const names = { measure: '个单位', home: '/imports', result: { href: '/units', label: '查看单位' } };
const report = {
  ...{
    v: 1 as const,
    total: 2,
    issues: [],
    issueCount: 0,
    ignored: [],
    preview: [],
    columns: [],
    places: {},
  },
  missing: [],
};
const view = {
  ...{ id: '1', state: 'staged' as const, isBusy: false, isCancellable: true, isStuck: false },
  ...{ fileName: '单位.xlsx', from: '2026-03-02', total: 2, handled: 2, message: null, stagedAt: '' },
  counts: { added: 0, changed: 0, ended: 0, unchanged: 2 },
};
const show = (toWrite: number) =>
  render(Import, { view: { ...view, report: { ...report, toWrite } }, names, template: treeTemplate });

it('says that there is nothing to write, and offers nothing to confirm', async () => {
  const { getByRole, getByText } = await show(0);
  await expect.element(getByText('没有要写入的内容')).toBeVisible();
  expect(getByRole('button', { name: '确认写入' }).elements()).toEqual([]);
});

it('offers to write what is not there yet', async () => {
  const { getByRole } = await show(1);
  await expect.element(getByRole('button', { name: '确认写入' })).toBeVisible();
});
