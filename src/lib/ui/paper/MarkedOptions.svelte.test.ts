import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { expectAccessible } from '../../../../tests/support/accessible.ts';
import MarkedOptions from './MarkedOptions.svelte';

it('says of each option in words whether it is right and whether it was chosen', async () => {
  const options = [
    { label: 'A', text: '警告', isKey: false, isChosen: true },
    { label: 'B', text: '较大数额罚款', isKey: true, isChosen: true },
    { label: 'C', text: '吊销许可证件', isKey: true, isChosen: false },
    { label: 'D', text: '通报批评', isKey: false, isChosen: false },
  ];
  const { container } = await render(MarkedOptions, { options });
  const lines = [...container.querySelectorAll('li')].map((line) => line.innerText.replace(/\s+/g, ' '));
  expect(lines).toEqual([
    'A 警告 您的选择',
    'B 较大数额罚款 正确答案 您的选择',
    'C 吊销许可证件 正确答案',
    'D 通报批评',
  ]);
  await expectAccessible(container);
});

it('keeps the letter beside long words', async () => {
  const text = '一项写得很长的选项，'.repeat(20);
  const { container } = await render(MarkedOptions, {
    options: [{ label: 'A', text, isKey: false, isChosen: false }],
  });
  const [letter, words] = container.querySelectorAll('li > *');
  expect(letter?.getBoundingClientRect().top).toBe(words?.getBoundingClientRect().top);
});
