import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../tests/support/accessible.ts';
import Table from './Table.svelte';

interface Officer {
  name: string;
  hours: number;
}

const columns = [
  { key: 'name', label: '姓名', sortable: true },
  { key: 'hours', label: '学时', sortable: true, align: 'end' as const },
];
const rows: Officer[] = [
  { name: '李明', hours: 52.5 },
  { name: '王芳', hours: 60 },
];
// Two cells need a parent to be parsed in: a raw snippet has one element, so the row is one cell here.
const row = createRawSnippet((officer: () => Officer) => ({
  render: () => `<td><a href="#row">${officer().name}</a></td>`,
}));
const empty = createRawSnippet(() => ({ render: () => '<p>还没有人员</p>' }));
const given = { caption: '人员', columns, row, empty, rows, total: 45, page: 2, pageSize: 20, search: true };
const show = (changes: object) => render(Table<Officer>, { ...given, query: '', ...changes });

describe('a table', () => {
  it('is accessible, with and without rows', async () => {
    const full = await show({ exportHref: '/export' });
    await expectAccessible(full.container);
    const none = await show({ rows: [], total: 0, page: 1 });
    await expectAccessible(none.container);
  });

  it('sorts by links that keep the search and begin with the first page', async () => {
    const { getByRole } = await show({ query: '?q=%E6%9D%8E&sort=name&page=2' });
    await expect
      .element(getByRole('link', { name: '姓名' }))
      .toHaveAttribute('href', '?q=%E6%9D%8E&sort=-name');
    await expect
      .element(getByRole('link', { name: '学时' }))
      .toHaveAttribute('href', '?q=%E6%9D%8E&sort=hours');
    await expect
      .element(getByRole('columnheader', { name: '姓名' }))
      .toHaveAttribute('aria-sort', 'ascending');
  });

  it('leaves what was ticked with its row when the rows change places', async () => {
    const ticks = createRawSnippet((officer: () => Officer) => ({
      render: () => `<td><input type="checkbox" aria-label="${officer().name}" /></td>`,
    }));
    const keyed = { ...given, query: '', row: ticks, keyOf: (officer: Officer) => officer.name };
    const { getByRole, rerender } = await render(Table<Officer>, keyed);
    await getByRole('checkbox', { name: '李明' }).click();
    await rerender({ rows: rows.toReversed() });
    await expect.element(getByRole('checkbox').first()).toHaveAccessibleName('王芳');
    await expect.element(getByRole('checkbox', { name: '王芳' })).not.toBeChecked();
    await expect.element(getByRole('checkbox', { name: '李明' })).toBeChecked();
  });

  it('leafs by links and says where it is', async () => {
    const { getByRole, getByText } = await show({ query: '?q=a&page=2' });
    await expect.element(getByText('第 21–40 条，共 45 条')).toBeVisible();
    await expect.element(getByRole('link', { name: '上一页' })).toHaveAttribute('href', '?q=a&page=1');
    await expect.element(getByRole('link', { name: '下一页' })).toHaveAttribute('href', '?q=a&page=3');
  });

  it('searches by a form that keeps the other parameters', async () => {
    const { container, getByRole } = await show({ query: '?unit=7&q=old&page=2' });
    await expect.element(getByRole('searchbox')).toHaveValue('old');
    const form = container.querySelector('form');
    expect(form?.method).toBe('get');
    expect([...new FormData(form ?? undefined)]).toEqual([
      ['unit', '7'],
      ['q', 'old'],
    ]);
  });

  it('says what to do when it is empty', async () => {
    const { getByText, container } = await show({ rows: [], total: 0, page: 1 });
    await expect.element(getByText('还没有人员')).toBeVisible();
    expect(container.querySelector('table')).toBeNull();
  });

  it('stacks its rows as cards on a phone, each cell under its label', async () => {
    await page.viewport(390, 800);
    const { container } = await show({});
    const cell = container.querySelector<HTMLElement>('tbody td');
    expect(cell?.dataset.label).toBe('姓名');
    expect(getComputedStyle(cell?.parentElement as HTMLElement).display).toBe('block');
    expect(container.scrollWidth).toBeLessThanOrEqual(390);
    await page.viewport(1280, 800);
  });
});
