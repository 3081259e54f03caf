import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { firstRule } from '#lib/domain/hours/rule.ts';
import { expectAccessible } from '../../../../tests/support/accessible.ts';
import LedgerSheet from './LedgerSheet.svelte';

const line = {
  id: '1',
  title: '第一季度执法大讲堂',
  sourceKind: 'event',
  sourceId: 'event',
  origin: 'attendance',
  heldOn: '2026-02-27',
  outside: null,
  enteredAt: '2026-03-02T01:00:00.000Z',
  hundredths: 200,
  minutes: 90,
  cutHundredths: null,
  isReversal: false,
  isReversed: true,
  reason: null,
} as const;

const back = { ...line, id: '2', hundredths: -200, isReversal: true, isReversed: false, reason: '重复记入' };

it('prints what the ledger counts and shows an entry and its reversal side by side', async () => {
  const screen = await render(LedgerSheet, {
    ...{ ledger: 'training', planYear: 2026, totalHundredths: 0, lines: [back, line] },
    sums: [{ minutesPerHour: 45, seconds: 0, hundredths: 0 }],
    rules: [firstRule('event')],
    rulesOpen: true,
  });
  await expect.element(screen.getByText('1 学时 = 45 分钟', { exact: false })).toBeVisible();
  await expect.element(screen.getByRole('cell', { name: '+2' })).toBeVisible();
  await expect.element(screen.getByRole('cell', { name: '-2' })).toBeVisible();
  await expect.element(screen.getByText('重复记入', { exact: false })).toBeVisible();
  expect(screen.container.textContent).not.toContain('后取整');
  await expectAccessible(document.body);
});

it('says when a year is empty', async () => {
  const screen = await render(LedgerSheet, {
    ...{ ledger: 'credit', planYear: 2026, totalHundredths: 0, lines: [], sums: [], rules: [] },
  });
  await expect.element(screen.getByText('这一年没有记录')).toBeVisible();
});

it('names the system and the file of a result that was brought in', async () => {
  const outside = { importId: 'import', source: '省干部网络学院', fileName: '省平台学时.xlsx' };
  const screen = await render(LedgerSheet, {
    ...{ ledger: 'training', planYear: 2026, totalHundredths: 200, sums: [], rules: [] },
    lines: [{ ...line, isReversed: false, sourceKind: 'import', origin: 'import', outside }],
  });
  await expect.element(screen.getByText('省干部网络学院，省平台学时.xlsx')).toBeVisible();
});

it('says what the cap of the year left out, and how the sum came about', async () => {
  const cut = { ...line, isReversed: false, hundredths: 150, cutHundredths: 50 };
  const screen = await render(LedgerSheet, {
    ...{ ledger: 'training', planYear: 2026, totalHundredths: 150, lines: [cut] },
    sums: [{ minutesPerHour: 45, seconds: 4050, hundredths: 0 }],
    rules: [{ ...firstRule('event'), capHundredths: 150 }],
    rulesOpen: true,
  });
  await expect.element(screen.getByText('另有 0.5 学时未计入', { exact: false })).toBeVisible();
  await expect.element(screen.getByText('合计 67.5 分钟 ÷ 45 = 1.5', { exact: false })).toBeVisible();
  await expect.element(screen.getByText('每人每年最多 1.5 学时', { exact: false })).toBeVisible();
  await expect.element(screen.getByText('先合计、后取整', { exact: false })).toBeVisible();
});
