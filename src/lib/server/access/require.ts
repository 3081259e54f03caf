import { DomainError } from '#lib/domain/shared/errors.ts';
import { covers } from '#lib/domain/shared/interval.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import type { Act, Grant, PersonActor, Role } from '../platform/act.ts';
import { policy, type Verb } from './policy/index.ts';
import type { Rule } from './policy/rule.ts';

/** What a verb acts on, as far as access needs to know it; loaded by its own room. */
export interface Thing {
  /** Its unit and all units above. */
  unitPath?: readonly string[];
  /** The person to whom it belongs. */
  ownerId?: string | null;
}

const NOTHING: Thing = {};

function heldOn(actor: PersonActor, day: Day): Grant[] {
  return actor.grants.filter((grant) => covers({ from: grant.from, to: grant.to }, day));
}

function isWithin(grant: Grant, thing: Thing): boolean {
  return thing.unitPath?.includes(grant.unitId) ?? false;
}

function personMay(rule: Rule, actor: PersonActor, thing: Thing, day: Day): boolean {
  if (rule.signedIn) return true;
  if (rule.self && thing.ownerId === actor.personId) return true;
  const wanted: readonly Role[] = rule.roles ?? [];
  return heldOn(actor, day).some(
    (grant) => wanted.includes(grant.role) && (rule.anywhere || isWithin(grant, thing)),
  );
}

/** True when the actor may do `verb` to the thing on the act's day. */
export function can(act: Act, verb: Verb, thing: Thing = NOTHING): boolean {
  const rule: Rule = policy[verb];
  const { actor } = act;
  if (actor.kind === 'person') return personMay(rule, actor, thing, shanghaiDay(act.now));
  return rule[actor.kind] === true;
}

/**
 * Refuses what the policy does not allow: `unauthenticated` to a visitor, `notFound` for what lies outside the
 * actor's scope (its existence is not told), `forbidden` for what lies inside.
 */
export function require(act: Act, verb: Verb, thing: Thing = NOTHING): void {
  if (can(act, verb, thing)) return;
  const { actor } = act;
  if (actor.kind === 'visitor') throw new DomainError('unauthenticated', '请先登录。');
  if (actor.kind === 'person' && thing.unitPath && !isInScope(actor, thing, shanghaiDay(act.now))) {
    throw new DomainError('notFound', '没有找到这项内容，或者它不在您的管理范围内。');
  }
  throw new DomainError('forbidden', '您没有办理这一事项的权限。如确有需要，请联系本单位培训管理员。');
}

function isInScope(actor: PersonActor, thing: Thing, day: Day): boolean {
  if (thing.ownerId === actor.personId) return true;
  return heldOn(actor, day).some((grant) => grant.role !== 'learner' && isWithin(grant, thing));
}

/** Units over which the actor holds one of `roles` today; lists are cut to what lies below them. */
export function unitsHeld(act: Act, roles: readonly Role[]): string[] {
  if (act.actor.kind !== 'person') return [];
  const held = heldOn(act.actor, shanghaiDay(act.now)).filter((grant) => roles.includes(grant.role));
  return [...new Set(held.map((grant) => grant.unitId))];
}
