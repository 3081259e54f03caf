import { expect, it } from 'vitest';
import { isLate, respondBy, transferFault } from './transfer.ts';

const known = { homeUnitId: 'home', earliest: '2026-01-01', latest: '2027-01-01', hasFile: true };
const asked = { day: '2026-03-20', toUnitId: 'other', reason: '交流任职' };

it('a transfer of an open year to another unit with its papers is in order', () => {
  expect(transferFault(asked, known)).toBeNull();
});

it.each([
  [{ day: '2026-13-01' }, {}, 'day'],
  [{ day: '2025-12-31' }, {}, 'day'],
  [{ day: '2027-01-02' }, {}, 'day'],
  [{ toUnitId: 'home' }, {}, 'toUnitId'],
  [{ reason: ' ' }, {}, 'reason'],
  [{}, { hasFile: false }, 'file'],
])('%j with %j is refused at %s', (change, facts, field) => {
  expect(transferFault({ ...asked, ...change }, { ...known, ...facts })?.[0]).toBe(field);
});

it('it is late after its day, as long as it waits', () => {
  const day = respondBy('2026-03-02');
  expect(isLate({ status: 'proposed', respondBy: day }, day)).toBe(false);
  expect(isLate({ status: 'proposed', respondBy: day }, '2026-03-18')).toBe(true);
  expect(isLate({ status: 'declined', respondBy: day }, '2026-03-18')).toBe(false);
});
