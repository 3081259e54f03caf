import { expect, it } from 'vitest';
import { backTo } from './backTo.ts';

it('returns to a page of this site', () => {
  expect(backTo('/manage/people?q=a&page=2')).toBe('/manage/people?q=a&page=2');
});

it.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  'javascript:0',
  '',
  null,
  7,
])('goes home instead of to %s', (asked) => {
  expect(backTo(asked)).toBe('/');
});
