import { expect, it } from 'vitest';
import { nextSize } from './chunks.ts';

it('gives the next chunk fewer things after a slow one, more after a quick one, and never none', () => {
  expect([nextSize(8, 20), nextSize(1, 40), nextSize(8, 9), nextSize(8, 2), nextSize(150, 1)]).toEqual([
    4, 1, 8, 16, 200,
  ]);
});
