import type { FactOf } from '#lib/domain/facts/index.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { settlePerson, settlePlan } from './membership.ts';
import { livePlans } from './queries.members.ts';

/** Membership follows the post: today's plans are settled anew, past years stay as they are. */
export async function onPostChanged(act: Act, fact: FactOf<'postChanged'>): Promise<void> {
  await settle(act, fact.personId);
}

/** Membership follows the classes. */
export async function onClassChanged(act: Act, fact: FactOf<'classChanged'>): Promise<void> {
  await settle(act, fact.personId);
}

/** A moved unit takes its people out of plans above its old place and into those above its new one. */
export async function onUnitMoved(act: Act, _fact: FactOf<'unitMoved'>): Promise<void> {
  const day = shanghaiDay(act.now);
  for (const plan of await livePlans(act.db, planYearOf(act.now)).execute()) {
    await settlePlan(act.db, plan, day);
  }
}

async function settle(act: Act, personId: string): Promise<void> {
  const day = shanghaiDay(act.now);
  const post = await people.postOn(act.db, personId, day);
  const unitPath = post ? await units.pathOf(act.db, post.countedUnitId, day) : [];
  await settlePerson(act.db, { personId, unitPath, planYear: planYearOf(act.now), day });
}
