import {
  limitFault,
  limitNames,
  policyChanges,
  type AccountPolicy,
  type LimitName,
} from '#lib/domain/access/policy.ts';
import { passwordHint } from '#lib/domain/access/password.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { setSetting, settingOf } from '../platform/settings.ts';
import { thingOfInstallation } from './questions.ts';
import { forgetPolicy, policyOf } from './questions.policy.ts';
import { require } from './require.ts';
import { POLICY_KEY, policyFrom, policyText } from './rows.policy.ts';

/** The policy on accounts as it stands. */
export async function readPolicy(act: Act): Promise<AccountPolicy> {
  const thing = await thingOfInstallation(act.db);
  require(act, 'access.setPolicy', thing);
  return policyFrom(await settingOf(act.db, POLICY_KEY));
}

/** Sets the policy; takes effect for everybody within seconds. Refuses values beyond their bounds, field by field. */
export async function setPolicy(act: Act, policy: AccountPolicy): Promise<void> {
  const thing = await thingOfInstallation(act.db);
  require(act, 'access.setPolicy', thing);
  const faults = limitNames.map((name): [LimitName, string | null] => [name, limitFault(name, policy[name])]);
  const fields = Object.fromEntries(faults.filter(([, fault]) => fault !== null)) as Record<string, string>;
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '请按提示修改后再保存。', { fields });
  await inTransaction(act, async (own) => {
    const before = policyFrom(await settingOf(own.db, POLICY_KEY));
    const changes = policyChanges(before, policy);
    if (Object.keys(changes).length === 0) return;
    await setSetting(own.db, { key: POLICY_KEY, value: policyText(policy), now: own.now });
    await audit.record(own, { verb: 'access.policySet', details: { changes } });
  });
  forgetPolicy(act.db);
}

/** What the policy asks of a new password, said to whoever is about to set one. */
export async function passwordRules(act: Act): Promise<string> {
  require(act, 'access.passwordRules');
  return passwordHint(await policyOf(act.db));
}
