import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterReleases, heldSince, targetSince, type JoinerRule } from './asked.ts';

const requirement = (joiners: JoinerRule) => ({ targetHundredths: 6000, joiners, planYear: 2026 });

it.each([
  ['full', '2026-09-10', 6000],
  ['fromQuarter', '2026-01-01', 6000],
  ['fromQuarter', '2026-02-15', 6000],
  ['fromQuarter', '2026-04-01', 4500],
  ['fromQuarter', '2026-09-30', 3000],
  ['fromQuarter', '2026-12-31', 1500],
  ['none', '2026-01-02', 0],
  ['none', '2026-01-01', 6000],
] as const)('by the rule %s who joins on %s is asked for %i', (joiners, since, asked) => {
  expect(targetSince(requirement(joiners), since)).toBe(asked);
});

it('a later joiner is never asked for more', () => {
  const days = fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-15`);
  fc.assert(
    fc.property(days, days, fc.integer({ min: 0, max: 20_000 }), (a, b, target) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      const rule = { targetHundredths: target, joiners: 'fromQuarter', planYear: 2026 } as const;
      expect(targetSince(rule, late)).toBeLessThanOrEqual(targetSince(rule, early));
    }),
  );
});

it('who kept a class through a move has held it since the year began', () => {
  const kept = [
    { from: '2024-05-01', to: '2026-03-31' },
    { from: '2026-04-01', to: null },
  ];
  expect(heldSince(kept, 2026)).toBe('2026-01-01');
  expect(heldSince([{ from: '2026-07-08', to: null }], 2026)).toBe('2026-07-08');
  expect(heldSince([{ from: '2025-01-01', to: '2025-12-31' }], 2026)).toBeNull();
});

it('releases lower a target and never below nothing', () => {
  expect(afterReleases(6000, [])).toBe(6000);
  expect(afterReleases(6000, [2000, 1500])).toBe(2500);
  expect(afterReleases(6000, [7000])).toBe(0);
  expect(afterReleases(6000, [500, null])).toBe(0);
});
