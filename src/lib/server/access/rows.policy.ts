import * as v from 'valibot';
import {
  isCompulsion,
  limitFault,
  limitNames,
  usualPolicy,
  type AccountPolicy,
} from '#lib/domain/access/policy.ts';

/** Key of the policy among the settings of the installation. */
export const POLICY_KEY = 'access.policy';

const stored = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    v: v.literal(1),
    secondFactor: v.pipe(v.string(), v.check(isCompulsion)),
    limits: v.record(v.string(), v.number()),
  }),
);

/** The policy of a stored setting; what it does not name, or no longer may hold, is as usual. */
export function policyFrom(text: string | null): AccountPolicy {
  if (text === null) return usualPolicy;
  const { secondFactor, limits } = v.parse(stored, text);
  const policy = { ...usualPolicy };
  if (isCompulsion(secondFactor)) policy.secondFactor = secondFactor;
  for (const name of limitNames) {
    const value = limits[name];
    if (value !== undefined && limitFault(name, value) === null) policy[name] = value;
  }
  return policy;
}

/** The policy as it is stored. */
export function policyText(policy: AccountPolicy): string {
  const { secondFactor, ...limits } = policy;
  return JSON.stringify({ v: 1, secondFactor, limits });
}
