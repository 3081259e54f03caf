import { expect, it } from 'vitest';
import { titleWords } from './titleWords.ts';

it('a title breaks between its words', () => {
  const words = ['2026 年度', '法治政府建设', '情况报告', '（学法部分）'];
  expect(titleWords(words.join(''))).toEqual(words);
  expect(titleWords('云山区')).toEqual(['云山区']);
});
