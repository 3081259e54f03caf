import { expect, it } from 'vitest';
import { keptInOrder, movedBy } from './order.ts';

it('keeps the order of what stays and puts what is new at the end', () => {
  expect(keptInOrder(['c', 'a', 'b'], ['a', 'x', 'c'])).toEqual(['c', 'a', 'x']);
});

it.each([
  ['b', 'up', 'bac'],
  ['b', 'down', 'acb'],
  ['a', 'up', 'abc'],
  ['c', 'down', 'abc'],
  ['x', 'down', 'abc'],
] as const)('moves %s %s: %s', (id, direction, after) => {
  expect(movedBy(['a', 'b', 'c'], id, direction).join('')).toBe(after);
});
