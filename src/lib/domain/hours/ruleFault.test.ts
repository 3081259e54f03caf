import { expect, it } from 'vitest';
import { firstRule } from './rule.ts';
import { ruleFault } from './ruleFault.ts';

const wanted = { ...firstRule('event'), validFrom: '2026-07-01' };
const known = { planYear: 2026, latest: '2026-03-01' };

it.each([
  ['nothing', {}, undefined],
  ['a past year', { validFrom: '2025-12-31' }, 'validFrom'],
  ['a day before the youngest rule', { validFrom: '2026-03-01' }, 'validFrom'],
  ['no source', { source: ' ' }, 'source'],
  ['a negative cap', { capHundredths: -1 }, 'cap'],
  ['an hour without minutes', { minutesPerHour: 0 }, 'minutesPerHour'],
  ['a day below a half day', { dayHundredths: 300 }, 'day'],
  ['no minutes where only a surplus counts', { sourceKind: 'carry', minutesPerHour: 0 }, undefined],
] as const)('of a rule with %s', (_name, change, field) => {
  expect(ruleFault({ ...wanted, ...change }, known)?.field).toBe(field);
});
