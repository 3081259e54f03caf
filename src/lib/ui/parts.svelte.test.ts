import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../tests/support/accessible.ts';
import Button from './Button.svelte';
import DotScale from './charts/DotScale.svelte';
import ProgressBar from './charts/ProgressBar.svelte';
import Definition from './Definition.svelte';
import Empty from './Empty.svelte';
import Figure from './Figure.svelte';
import FormMessage from './FormMessage.svelte';
import Notice from './Notice.svelte';
import PageHead from './PageHead.svelte';
import Progress from './Progress.svelte';
import Sheet from './Sheet.svelte';
import Tag from './Tag.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>保存</span>' }));

describe('a button', () => {
  it.each(['primary', 'plain', 'quiet', 'danger'] as const)(
    'in %s is legible and 44 pixels high',
    async (variant) => {
      for (const theme of ['light', 'dark']) {
        document.documentElement.dataset.theme = theme;
        const { container, getByRole } = await render(Button, { variant, children });
        await expectAccessible(container);
        await expect.element(getByRole('button', { name: '保存' })).toBeVisible();
        expect(container.querySelector('button')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
        document.body.replaceChildren();
      }
      delete document.documentElement.dataset.theme;
    },
  );

  it('with an address is a link, which leads nowhere when disabled', async () => {
    const { container } = await render(Button, { href: '/people', children });
    expect(container.querySelector('a')?.getAttribute('href')).toBe('/people');
    const off = await render(Button, { href: '/people', disabled: true, children });
    expect(off.container.querySelector('a')?.hasAttribute('href')).toBe(false);
    expect(off.container.querySelector('a')?.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('messages', () => {
  it('interrupt readers only for what failed', async () => {
    const bad = await render(Notice, { tone: 'bad', children });
    await expect.element(bad.getByRole('alert')).toBeVisible();
    const good = await render(Notice, { tone: 'good', children });
    await expect.element(good.getByRole('status')).toBeVisible();
    await expectAccessible(bad.container);
    await expectAccessible(good.container);
  });

  it('of a form show what was refused, what was done, or nothing', async () => {
    const refused = await render(FormMessage, { form: { message: '密码不对。' } });
    await expect.element(refused.getByRole('alert')).toHaveTextContent('没有成功 密码不对。');
    const done = await render(FormMessage, { form: { done: '已保存。' } });
    await expect.element(done.getByRole('status')).toHaveTextContent('完成 已保存。');
    const none = await render(FormMessage, { form: null });
    expect(none.container.textContent?.trim()).toBe('');
  });
});

describe('progress', () => {
  it('is named and never leaves its ends', async () => {
    const { container } = await render(Progress, { value: 70, max: 60, label: '培训学时：70，共 60' });
    expect(container.querySelector('progress')?.value).toBe(60);
    await expectAccessible(container);
    const none = await render(Progress, { value: 0, max: 0, label: '没有要求' });
    expect(none.container.querySelector('progress')?.value).toBe(0);
  });
});

describe('small charts', () => {
  it('put the dot at the rate and say both years', async () => {
    const props = { value: 8133, before: 7600, label: '参考率', text: '81.33%' };
    const { container, getByRole } = await render(DotScale, props);
    await expect.element(getByRole('img', { name: '参考率 81.33%，去年同日 76.00%' })).toBeVisible();
    expect(container.querySelector('circle')?.getAttribute('cx')).toBe('81.33%');
    expect(container.querySelector('[style]')).toBeNull();
    await expectAccessible(container);
  });

  it('say so where the requirement does not hold', async () => {
    const { container } = await render(DotScale, { value: null, label: '学时达标率', text: '—' });
    expect(container.textContent).toContain('无此要求');
    expect(container.querySelector('svg')).toBeNull();
  });

  it('draw a bar with a mark by attributes alone', async () => {
    const { container } = await render(ProgressBar, { value: 24, max: 30, mark: 20, label: '讲座' });
    expect(container.querySelector('.reached')?.getAttribute('width')).toBe('80%');
    expect(container.querySelector('[style]')).toBeNull();
    await expectAccessible(container);
  });
});

describe('the parts of a page', () => {
  it('are accessible together, by day and by night', async () => {
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset.theme = theme;
      document.body.className = 'test';
      const crumbs = [{ href: '/manage', label: '工作台' }];
      const head = await render(PageHead, { title: '人员', lead: '302 人在册', crumbs, children });
      const sheet = await render(Sheet, { title: '基本情况', lead: '登记后由另一人核对。', children });
      const tag = await render(Tag, { tone: 'warn', children });
      const figure = await render(Figure, { label: '参考率', value: '81.33', unit: '%', href: '#rows' });
      const list = await render(Definition, { items: [{ term: '时长', text: '60 分钟' }] });
      const empty = await render(Empty, { title: '还没有人员', hint: '先导入名册。' });
      for (const part of [head, sheet, tag, figure, list, empty]) await expectAccessible(part.container);
      expect(document.title).toBe('人员 · 学法');
      document.body.replaceChildren();
    }
    delete document.documentElement.dataset.theme;
  });
});
