import { expect, it } from 'vitest';
import { postDayFault } from './postChange.ts';

it('lets a post change on its own days within the open years', () => {
  const days = { earliest: '2026-01-01', latest: '2027-03-01', from: '2025-06-01', to: '2026-08-31' };
  expect(postDayFault('2026-01-01', days)).toBeNull();
  expect(postDayFault('2026-08-31', days)).toBeNull();
  for (const day of ['', '2025-12-31', '2026-09-01', '2027-03-02'])
    expect(postDayFault(day, days)?.[0]).toBe('day');
  expect(postDayFault('2026-03-01', { ...days, from: '2026-04-01' })?.[1]).toContain('2026-04-01');
});
