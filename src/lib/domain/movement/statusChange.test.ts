import { expect, it } from 'vitest';
import { groundOf, statusAfterMove, statusFault, type StatusAsk } from './statusChange.ts';

const known = { status: 'active', since: '2026-01-05' };
const asked: StatusAsk = {
  ...{ status: 'sickLeave', day: '2026-03-02', until: '2026-06-01', workUnitId: null, place: null },
};

it('leave with or without an end foreseen, and lending with a place, are in order', () => {
  expect(statusFault(asked, known)).toBeNull();
  expect(statusFault({ ...asked, until: null }, known)).toBeNull();
  expect(statusFault({ ...asked, status: 'secondedOut', place: '省厅' }, known)).toBeNull();
  expect(statusFault({ ...asked, status: 'aid', workUnitId: 'village' }, known)).toBeNull();
  expect(statusFault({ ...asked, status: 'retired', until: null }, known)).toBeNull();
});

it.each([
  [{ status: 'active' as const }, 'status'],
  [{ until: '2026-03-01' }, 'until'],
  [{ until: '2026-02-30' }, 'until'],
  [{ status: 'secondedOut' as const }, 'workUnitId'],
  [{ status: 'deceased' as const }, 'until'],
  [{ status: 'left' as const, until: null, day: '2026-01-05' }, 'day'],
])('%j is refused at %s', (change, field) => {
  expect(statusFault({ ...asked, ...change }, known)?.[0]).toBe(field);
});

it('leave gives a ground of release; who is received for good is lent no longer', () => {
  expect([groundOf('aid'), groundOf('active'), groundOf('nonsense')]).toEqual(['dispatched', null, null]);
  expect(['secondedOut', 'secondedIn', 'maternityLeave', 'nonsense'].map(statusAfterMove)).toEqual([
    'active',
    'active',
    'maternityLeave',
    'active',
  ]);
});
