import { expect, it } from 'vitest';
import { delegationFault } from './delegation.ts';

const from = '2026-03-02';

it.each([
  ['2026-03-02', null],
  ['2026-12-31', null],
  ['2027-03-03', null],
  ['2026-12-31', '2026-12-31'],
])('a delegation may last to %s where one’s own grant lasts to %s', (to, last) => {
  expect(delegationFault({ from, to, last })).toBeNull();
});

it.each([
  ['2026-03-01', null],
  ['2027-03-04', null],
  ['2026-12-31', '2026-12-30'],
  ['2026-02-30', null],
  ['', null],
])('a delegation may not last to %s where one’s own grant lasts to %s', (to, last) => {
  expect(delegationFault({ from, to, last })).toMatch(/[\u4e00-\u9fff]/);
});
