import { expect, it } from 'vitest';
import { limitFault, limitNames, limits, policyChanges, usualPolicy } from './policy.ts';

it('begins with values that lie within their own bounds', () => {
  for (const name of limitNames) expect(limitFault(name, limits[name].usual)).toBeNull();
});

it('keeps to the product values of level 3 until told', () => {
  expect(usualPolicy).toMatchObject({
    ...{ passwordLength: 8, passwordKinds: 3, administratorPasswordLength: 12, passwordHistory: 5 },
    ...{ administratorPasswordDays: 90, failures: 5, failureMinutes: 10, lockMinutes: 15 },
    ...{ idleMinutes: 30, administratorIdleMinutes: 15 },
  });
});

it('lets nobody be locked out for longer than an hour at a time', () => {
  expect(limits.lockMinutes.most).toBeLessThanOrEqual(60);
});

it.each([[7], [33], [8.5], [Number.NaN]])('refuses a password length of %s', (value) => {
  expect(limitFault('passwordLength', value)).toContain('8–32');
});

it('names what has changed, from what to what', () => {
  const after = { ...usualPolicy, failures: 3, secondFactor: 'staff' as const };
  expect(policyChanges(usualPolicy, after)).toEqual({
    failures: { from: 5, to: 3 },
    secondFactor: { from: 'nobody', to: 'staff' },
  });
});
