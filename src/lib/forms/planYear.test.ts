import { expect, it } from 'vitest';
import { askedYear } from './planYear.ts';

const asked = (year: string) => askedYear(new URL(`http://xuefa.test/?year=${year}`), 2026);

it('a plan year of an address is taken where it is one, and is this year for anything else', () => {
  expect(['2000', '2025', '2100'].map(asked)).toEqual([2000, 2025, 2100]);
  expect(['', '1999', '2101', '2025.5', '-2025', '1e9', '二〇二五'].map(asked)).toEqual(Array(7).fill(2026));
  expect(askedYear(new URL('http://xuefa.test/'), null)).toBeNull();
});
