import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible.ts';
import Menu from './Menu.svelte';

const props = {
  summary: createRawSnippet(() => ({ render: () => '<span>大字</span>' })),
  children: createRawSnippet(() => ({ render: () => '<button>特大</button>' })),
};

describe('a menu of the top bar', () => {
  it('opens by key, and Escape closes it and gives the focus back', async () => {
    const { container } = await render(Menu, props);
    const details = container.querySelector('details');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(details?.open).toBe(true);
    await expectAccessible(container);
    await userEvent.keyboard('{Tab}{Escape}');
    expect(details?.open).toBe(false);
    expect(document.activeElement).toBe(container.querySelector('summary'));
  });

  it('closes by a click elsewhere, not by a click within', async () => {
    const { container, getByText } = await render(Menu, props);
    await getByText('大字').click();
    await getByText('特大').click();
    expect(container.querySelector('details')?.open).toBe(true);
    document.body.click();
    expect(container.querySelector('details')?.open).toBe(false);
  });
});
