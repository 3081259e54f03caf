import type { FactOf } from '#lib/domain/facts/index.ts';
import type { Act } from '../platform/act.ts';
import { followArrivals, followPerson } from './following.ts';
import { followOrOwe } from './verbs.owed.ts';

/** Memberships and unit assignments follow the post from the day on which it changed, be it past. */
export async function onPostChanged(act: Act, fact: FactOf<'postChanged'>): Promise<void> {
  await followPerson(act, fact.personId, fact.day);
}

/** New people join the plans and unit assignments that concern them. */
export async function onPeopleArrived(act: Act, fact: FactOf<'peopleArrived'>): Promise<void> {
  await followArrivals(act, fact.personIds, fact.day);
}

/** Memberships follow the classes. */
export async function onClassChanged(act: Act, fact: FactOf<'classChanged'>): Promise<void> {
  await followPerson(act, fact.personId, fact.day);
}

/** A moved unit takes its people out of plans above its old place and into those above its new one. */
export async function onUnitMoved(act: Act, fact: FactOf<'unitMoved'>): Promise<void> {
  await followOrOwe(act, { unitId: fact.unitId, since: fact.day });
}
