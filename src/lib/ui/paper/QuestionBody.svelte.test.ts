import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { questionKinds as bankKinds } from '#lib/domain/bank/types/index.ts';
import { expectAccessible } from '../../../../tests/support/accessible.ts';
import type { QuestionType } from './item.ts';
import QuestionBody from './QuestionBody.svelte';
import { questionKinds } from './registry.ts';

const options = ['较大数额罚款', '吊销许可证件', '警告'].map((words, index) => ({
  id: `o${index + 1}`,
  label: 'ABC'[index] ?? '',
  text: words,
}));
const item = (type: QuestionType) => ({ type, stem: '下列哪些决定应当告知听证权利？', options });

describe.each(Object.keys(questionKinds) as QuestionType[])('a question of type %s', (type) => {
  it('bears the word of the bank', () => {
    expect(questionKinds[type].label).toBe(bankKinds[type].word);
  });

  it('is a group named by its stem, with one input an option', async () => {
    const { container, getByRole } = await render(QuestionBody, { item: item(type), value: [], name: 'q1' });
    await expect.element(getByRole('group', { name: '下列哪些决定应当告知听证权利？' })).toBeVisible();
    expect(container.querySelectorAll('input[name=q1]')).toHaveLength(3);
    expect(container.querySelector('[style]')).toBeNull();
    await expectAccessible(container);
  });

  it('shows what was chosen and can be closed to changes', async () => {
    const props = { item: item(type), value: ['o2'], name: 'q1', disabled: true };
    const { container } = await render(QuestionBody, props);
    const chosen = [...container.querySelectorAll<HTMLInputElement>('input:checked')];
    expect(chosen.map((input) => input.value)).toEqual(['o2']);
    expect(chosen[0]?.matches(':disabled')).toBe(true);
    await expectAccessible(container);
  });

  it('is answered from the keyboard', async () => {
    const onchange = vi.fn();
    await render(QuestionBody, { item: item(type), value: [], name: 'q1', onchange });
    await userEvent.keyboard('{Tab} ');
    expect(onchange).toHaveBeenCalledWith(['o1']);
  });
});

describe('a question of many answers', () => {
  it('gives the choice in the order of the paper, whatever the order of clicks', async () => {
    const onchange = vi.fn();
    const props = { item: item('multiple'), value: ['o3'], name: 'q1', onchange };
    const { getByText } = await render(QuestionBody, props);
    await getByText('较大数额罚款').click();
    expect(onchange).toHaveBeenLastCalledWith(['o1', 'o3']);
  });

  it('takes a choice back', async () => {
    const onchange = vi.fn();
    const props = { item: item('multiple'), value: ['o1', 'o3'], name: 'q1', onchange };
    const { getByText } = await render(QuestionBody, props);
    await getByText('警告').click();
    expect(onchange).toHaveBeenLastCalledWith(['o1']);
  });
});
