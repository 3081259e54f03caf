import { expect, it } from 'vitest';
import { endsWithTransfer } from './transfer.ts';

const office = ['office', 'bureau', 'district'];
const other = ['other', 'bureau', 'district'];
const street = ['street', 'district'];
const bureau = ['bureau', 'district'];
const district = ['district'];

const ends = (path: readonly string[], from: readonly string[], to: readonly string[]) =>
  endsWithTransfer({ role: 'coordinator', path }, { from, to });

it('a role over the old unit, above it or below it ends when the new unit lies elsewhere', () => {
  expect(ends(office, office, street)).toBe(true);
  expect(ends(bureau, office, street)).toBe(true);
  expect(ends(office, bureau, street)).toBe(true);
  expect(ends(office, office, other)).toBe(true);
  expect(ends(bureau, bureau, district)).toBe(true);
});

it('a role over a unit that holds the new one too stays, and so does one that never had to do with the old', () => {
  expect(ends(bureau, office, other)).toBe(false);
  expect(ends(district, office, street)).toBe(false);
  expect(ends(street, office, street)).toBe(false);
  expect(ends(street, office, other)).toBe(false);
});

it('a learner stays a learner', () => {
  expect(endsWithTransfer({ role: 'learner', path: office }, { from: office, to: street })).toBe(false);
});
