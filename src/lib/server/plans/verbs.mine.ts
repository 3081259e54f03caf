import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { askedOf, type AskedRequirement } from './questions.asked.ts';

/** What a plan year asks of the signed-in person: each requirement of his classes by itself, side by side. */
export async function myRequirements(act: Act, planYear: number): Promise<AskedRequirement[]> {
  access.require(act, 'plans.mine');
  return askedOf(act.db, { personId: personOf(act).personId, planYear, day: shanghaiDay(act.now) });
}
