import type { ComponentProps } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Roster from './+page.svelte';

type Data = ComponentProps<typeof Roster>['data'];

const person = { personId: 'p', name: '陈思远', unitName: '司法局', state: 'due', isDeferred: false };
const list = {
  ...{ examId: 'e', title: '期末考试', opensAt: '2026-09-01T01:00:00.000Z', people: [person] },
  ...{ closesAt: '2026-09-02T01:00:00.000Z', total: 201, page: 1, offset: 0 },
};
const show = (data: object) =>
  render(Roster, { data: { ...list, ...data } as unknown as Data, form: null, params: { id: 'e' } });

it('on screen leads to what is printed, of those who were searched for', async () => {
  const { getByRole } = await show({ isPrinted: false, pageSize: 20, query: '?q=司法局&page=3' });
  expect(getByRole('button', { name: '打印' }).elements()).toEqual([]);
  const href = getByRole('link', { name: '打印版' }).element().getAttribute('href') ?? '';
  expect([...new URLSearchParams(href)]).toEqual([
    ['q', '司法局'],
    ['print', '1'],
  ]);
});

it('to be printed says in how many batches, and leads back', async () => {
  const { getByRole, getByText } = await show({ isPrinted: true, pageSize: 200, query: '?print=1' });
  await expect.element(getByText(/^每 200 人一批，共 2 批/)).toBeVisible();
  await expect.element(getByRole('button', { name: '打印' })).toBeVisible();
  await expect.element(getByRole('link', { name: '返回名单' })).toBeVisible();
});
