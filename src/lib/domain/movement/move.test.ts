import { expect, it } from 'vitest';
import { moveFault, type MoveAsk } from './move.ts';

const known = { today: '2026-06-10', earliest: '2026-01-01', latest: '2027-06-10', laterPost: null };
const asked: MoveAsk = {
  ...{ day: '2026-05-01', homeUnitId: 'street', workUnitId: null, countedIn: 'home', reason: '轮岗' },
};

it('a move on a day of the open year, past or to come, is in order', () => {
  expect(moveFault(asked, known)).toBeNull();
  expect(moveFault({ ...asked, day: '2026-09-01' }, known)).toBeNull();
});

it.each([
  [{ day: '2026-02-30' }, {}, 'day'],
  [{ day: '2025-12-31' }, {}, 'day'],
  [{ day: '2027-06-11' }, {}, 'day'],
  [{}, { laterPost: '2026-05-20' }, 'day'],
  [{ countedIn: 'work' as const }, {}, 'workUnitId'],
  [{ workUnitId: 'street' }, {}, 'workUnitId'],
  [{ reason: ' ' }, {}, 'reason'],
])('%j with %j is refused at %s', (change, facts, field) => {
  expect(moveFault({ ...asked, ...change }, { ...known, ...facts })?.[0]).toBe(field);
});
