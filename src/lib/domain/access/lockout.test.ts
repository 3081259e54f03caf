import { describe, expect, it } from 'vitest';
import { addSeconds } from '../shared/time.ts';
import { accountRule, addressRule, afterFailure, lockEnd, type Failures } from './lockout.ts';
import { usualPolicy } from './policy.ts';

const now = '2026-03-02T01:00:00.000Z';
const rule = accountRule(usualPolicy);

function afterMany(count: number, gapSeconds: number): Failures | null {
  let state: Failures | null = null;
  for (let tried = 0; tried < count; tried += 1)
    state = afterFailure(state, addSeconds(now, tried * gapSeconds), rule);
  return state;
}

describe('the lock', () => {
  it('closes at the fifth failure within ten minutes, for fifteen', () => {
    expect(lockEnd(afterMany(4, 60), now)).toBeNull();
    expect(lockEnd(afterMany(5, 60), now)).toBe(addSeconds(now, 240 + 900));
  });

  it('does not close for failures that lie far apart', () => {
    expect(lockEnd(afterMany(20, 300), addSeconds(now, 6000))).toBeNull();
  });

  it('is not lengthened by further failures, and ends by itself', () => {
    const locked = afterMany(5, 0);
    const more = afterFailure(locked, addSeconds(now, 60), rule);
    expect(lockEnd(more, now)).toBe(lockEnd(locked, now));
    expect(lockEnd(locked, addSeconds(now, 900))).toBeNull();
    expect(afterFailure(locked, addSeconds(now, 901), rule).failures).toBe(1);
  });

  it('follows the policy, and holds an address to a limit of its own', () => {
    const policy = { ...usualPolicy, failures: 3, lockMinutes: 2, addressFailures: 40 };
    const strict = accountRule(policy);
    const twice = afterFailure(afterFailure(null, now, strict), now, strict);
    expect(lockEnd(twice, now)).toBeNull();
    expect(lockEnd(afterFailure(twice, now, strict), now)).toBe(addSeconds(now, 120));
    expect(addressRule(policy)).toEqual({ ...strict, failures: 40 });
  });
});
