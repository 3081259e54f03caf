import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../tests/support/accessible.ts';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>已记入的学时会冲销。</p>' }));

/** What a page holds of a dialog: the bound state. */
function page() {
  let open = $state(false);
  return {
    get open() {
      return open;
    },
    set open(value: boolean) {
      open = value;
    },
    title: '撤销登记',
    children,
  };
}

describe('a dialog', () => {
  it('shows nothing until it is opened', async () => {
    const { container } = await render(Dialog, page());
    expect(container.querySelector('dialog')?.open).toBe(false);
    expect(container.textContent).not.toContain('撤销登记');
  });

  it('is named by its title and holds the focus', async () => {
    const props = page();
    const { getByRole, container } = await render(Dialog, props);
    props.open = true;
    await expect.element(getByRole('dialog', { name: '撤销登记' })).toBeVisible();
    expect(container.querySelector('dialog')?.contains(document.activeElement)).toBe(true);
    await expectAccessible(container);
  });

  it.each(['Escape', '关闭'])('tells the page when it was closed by %s', async (way) => {
    const props = page();
    const { getByRole, container } = await render(Dialog, props);
    props.open = true;
    await expect.element(getByRole('dialog')).toBeVisible();
    if (way === 'Escape') await userEvent.keyboard('{Escape}');
    if (way === '关闭') await getByRole('button', { name: '关闭' }).click();
    await expect.poll(() => props.open).toBe(false);
    expect(container.querySelector('dialog')?.open).toBe(false);
  });
});
