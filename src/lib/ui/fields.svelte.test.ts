import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../tests/support/accessible.ts';
import Checkbox from './Checkbox.svelte';
import Field from './Field.svelte';
import FileField from './FileField.svelte';
import Select from './Select.svelte';
import Textarea from './Textarea.svelte';

const options = [
  { value: 'justice', label: '司法局' },
  { value: 'rescue', label: '应急管理局' },
];
const said = {
  label: '主办单位',
  name: 'host',
  hint: '可以以后再改。',
  error: '请填写主办单位。',
  required: true,
};
interface Said {
  label: string;
  name: string;
  hint?: string;
  error?: string;
  required?: boolean;
}
const controls: [string, (given: Said) => Promise<{ container: Element }>][] = [
  ['a field', async (given) => render(Field, { ...given })],
  ['a text area', async (given) => render(Textarea, { ...given })],
  ['a select', async (given) => render(Select, { ...given, options })],
  ['a file field', async (given) => render(FileField, { ...given, accept: '.xlsx' })],
];

describe.each(controls)('%s', (_, show) => {
  it('is found by its label and tells its error and hint', async () => {
    const { container } = await show(said);
    const input = container.querySelector<HTMLElement>('[name=host]');
    expect(container.querySelector('label')?.htmlFor).toBe(input?.id);
    const ids = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
    const words = ids.map((id) => document.getElementById(id)?.textContent);
    expect(words).toEqual(['请填写主办单位。', '可以以后再改。']);
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    expect(input?.hasAttribute('required')).toBe(true);
    await expectAccessible(container);
  });

  it('says nothing of errors when there is none', async () => {
    const { container } = await show({ label: '主办单位', name: 'host' });
    const input = container.querySelector('[name=host]');
    expect(input?.hasAttribute('aria-invalid')).toBe(false);
    expect(input?.hasAttribute('aria-describedby')).toBe(false);
    await expectAccessible(container);
  });

  it('is at least 44 pixels high', async () => {
    const { container } = await show({ label: '主办单位', name: 'host' });
    expect(container.querySelector('[name=host]')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });

  it('carries no style of its own, which the policy of content would refuse', async () => {
    const { container } = await show(said);
    expect(container.querySelector('[style]')).toBeNull();
  });
});

describe('a select of many', () => {
  it('is a group of boxes that share a name', async () => {
    const { container, getByRole } = await render(Select, {
      ...said,
      options,
      multiple: true,
      value: ['rescue'],
    });
    await expect.element(getByRole('group', { name: /主办单位/ })).toBeVisible();
    await getByRole('checkbox', { name: '司法局' }).click();
    const boxes = [...container.querySelectorAll<HTMLInputElement>('[name=host]')];
    expect(boxes.filter((box) => box.checked).map((box) => box.value)).toEqual(['justice', 'rescue']);
    await expectAccessible(container);
  });
});

describe('a select in a form', () => {
  it('goes back to what it began with when the form is emptied', async () => {
    const { container } = await render(Select, { ...said, options, value: 'rescue' });
    const select = container.querySelector('select') as HTMLSelectElement;
    const form = document.createElement('form');
    select.replaceWith(form);
    form.append(select);
    select.value = 'justice';
    form.reset();
    expect(select.value).toBe('rescue');
  });
});

describe('a check box', () => {
  it('is ticked by its words', async () => {
    const { container, getByText } = await render(Checkbox, {
      label: '同时计入',
      name: 'also',
      hint: '去重。',
    });
    await getByText('同时计入').click();
    expect(container.querySelector<HTMLInputElement>('[name=also]')?.checked).toBe(true);
    expect(container.querySelector('label')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await expectAccessible(container);
  });
});

describe('large type', () => {
  it('makes controls and text half as large again', async () => {
    document.documentElement.dataset.zoom = '150';
    const { container } = await render(Field, { label: '姓名', name: 'name' });
    expect(container.querySelector('input')?.getBoundingClientRect().height).toBeGreaterThanOrEqual(66);
    delete document.documentElement.dataset.zoom;
  });
});
