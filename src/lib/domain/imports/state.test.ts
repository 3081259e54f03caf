import { expect, it } from 'vitest';
import { givenUpTo, isStuck, waitAfter } from './state.ts';

it('a step that fails is tried again after a while that grows to ten minutes', () => {
  expect([1, 2, 3, 8, 9, 10, 40].map(waitAfter)).toEqual([2, 4, 8, 256, 512, 600, 600]);
});

it('reading and writing are given up at the eighth failure, taking back and settling rest', () => {
  expect(givenUpTo('reading', 7)).toBeNull();
  expect(givenUpTo('reading', 8)).toBe('failed');
  expect(givenUpTo('applying', 8)).toBe('withdrawing');
  expect([givenUpTo('withdrawing', 99), givenUpTo('done', 99)]).toEqual([null, null]);
  expect([isStuck('withdrawing', 8), isStuck('done', 8)]).toEqual([true, true]);
  expect([isStuck('done', 7), isStuck('reading', 8), isStuck('applying', 8)]).toEqual([false, false, false]);
});
