import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { setSetting } from '../platform/settings.ts';
import { OUTAGE_POLICY } from './questions.ts';

/** Whether an outage is made up for by itself; on unless told. What was given before stays. */
export async function setOutagePolicy(act: Act, policy: 'on' | 'off'): Promise<void> {
  access.require(act, 'exams.setPolicy');
  await inTransaction(act, async (act) => {
    await setSetting(act.db, { key: OUTAGE_POLICY, value: policy, now: act.now });
    await audit.record(act, { verb: 'exams.outagePolicySet', details: { policy } });
  });
}
