import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { settlePlan } from './membership.ts';
import { livePlans } from './queries.members.ts';

/** Settles every living plan by today's posts and classes; what begins or ends by date is met by the daily job. */
export async function turnDay(act: Act): Promise<void> {
  access.require(act, 'plans.turnDay');
  const day = shanghaiDay(act.now);
  for (const plan of await livePlans(act.db, planYearOf(act.now)).execute()) {
    await inTransaction(act, (own) => settlePlan(own.db, plan, day));
  }
}
