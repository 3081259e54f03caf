import { expect, it } from 'vitest';
import { changeDayFault, placementsBelow } from './change.ts';

it('lets a unit change within the open years, from its first day until today', () => {
  const days = { today: '2026-06-10', earliest: '2026-01-01', since: '2026-03-01' };
  expect(changeDayFault('2026-06-10', days)).toBeNull();
  expect(changeDayFault('2026-03-01', days)).toBeNull();
  for (const day of ['2026-02-30', '2025-12-31', '2026-02-28', '2026-06-11'])
    expect(changeDayFault(day, days)?.[0]).toBe('day');
});

it('places a subtree below a new parent, what was founded later from its own day', () => {
  const above = [
    { ancestorId: 'parent', depth: 0 },
    { ancestorId: 'top', depth: 1 },
  ];
  const within = [
    { unitId: 'moved', depth: 0, from: '2020-01-01', to: null },
    { unitId: 'young', depth: 1, from: '2026-05-01', to: '2026-05-31' },
  ];
  expect(placementsBelow(above, within, '2026-04-01')).toEqual([
    { ancestorId: 'parent', unitId: 'moved', depth: 1, from: '2026-04-01', to: null },
    { ancestorId: 'top', unitId: 'moved', depth: 2, from: '2026-04-01', to: null },
    { ancestorId: 'parent', unitId: 'young', depth: 2, from: '2026-05-01', to: '2026-05-31' },
    { ancestorId: 'top', unitId: 'young', depth: 3, from: '2026-05-01', to: '2026-05-31' },
  ]);
});
