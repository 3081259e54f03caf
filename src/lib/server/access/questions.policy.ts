import { usualPolicy, type AccountPolicy } from '#lib/domain/access/policy.ts';
import { handleOf, type Db } from '../db/index.ts';
import { settingOf } from '../platform/settings.ts';
import { POLICY_KEY, policyFrom } from './rows.policy.ts';

/** How long a process goes by what it read: another may have set the policy since. */
const KEPT_MS = 5000;
const KEPT = Symbol('account policy');

interface KeptPolicy {
  policy: AccountPolicy;
  readMs: number;
}

const keptOf = (db: Db) => handleOf<KeptPolicy>(db, KEPT, () => ({ policy: usualPolicy, readMs: -Infinity }));

/** The policy in force; every request asks, so that it is read only now and then. */
export async function policyOf(db: Db): Promise<AccountPolicy> {
  const kept = keptOf(db);
  if (performance.now() - kept.readMs < KEPT_MS) return kept.policy;
  kept.policy = policyFrom(await settingOf(db, POLICY_KEY));
  kept.readMs = performance.now();
  return kept.policy;
}

/** Makes this process read the policy anew. */
export function forgetPolicy(db: Db): void {
  keptOf(db).readMs = -Infinity;
}
