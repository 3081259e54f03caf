import { expect, it } from 'vitest';
import { addSeconds } from '../shared/time.ts';
import { dutyOf, heldDespite, type Standing } from './duties.ts';
import { usualPolicy } from './policy.ts';

const now = '2026-03-02T01:00:00.000Z';
const administrator: Standing = {
  roles: ['learner', 'securityAdministrator'],
  passwordSetAt: addSeconds(now, -90 * 86_400),
  hasSecondFactor: false,
};

it('asks an administrator for a new password after ninety days, and nobody else', () => {
  expect(dutyOf(administrator, now, usualPolicy)).toBe('password');
  expect(dutyOf(administrator, addSeconds(now, -1), usualPolicy)).toBeNull();
  expect(dutyOf({ ...administrator, roles: ['coordinator'] }, now, usualPolicy)).toBeNull();
  expect(dutyOf({ ...administrator, passwordSetAt: null }, now, usualPolicy)).toBeNull();
  expect(dutyOf(administrator, now, { ...usualPolicy, administratorPasswordDays: 0 })).toBeNull();
});

it('asks a second factor of those whom the policy names, until they have shown one', () => {
  const coordinator: Standing = { ...administrator, roles: ['coordinator'], passwordSetAt: now };
  const asks = (standing: Standing, secondFactor: 'nobody' | 'administrators' | 'staff') =>
    dutyOf(standing, now, { ...usualPolicy, secondFactor });
  expect(asks(coordinator, 'nobody')).toBeNull();
  expect(asks(coordinator, 'administrators')).toBeNull();
  expect(asks(coordinator, 'staff')).toBe('secondFactor');
  expect(asks({ ...coordinator, hasSecondFactor: true }, 'staff')).toBeNull();
  expect(asks({ ...coordinator, roles: ['learner', 'leader'] }, 'staff')).toBeNull();
});

it('takes the powers and leaves the learner his seat', () => {
  const grants = [{ role: 'learner' }, { role: 'coordinator' }];
  expect(heldDespite('secondFactor', grants)).toEqual([{ role: 'learner' }]);
  expect(heldDespite(null, grants)).toEqual(grants);
});
