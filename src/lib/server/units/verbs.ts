import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { unitNameFault } from '#lib/domain/units/name.ts';
import type { PlacedUnit } from '#lib/domain/units/tree.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { changeDayFault } from '#lib/domain/units/change.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import * as q from './queries.ts';
import { formerNames } from './queries.change.ts';
import { inReach, pathOf } from './questions.ts';
import { noteRenaming } from './verbs.change.ts';

/** Whose lists of units end at what they hold. */
const READERS = ['coordinator', 'leader', 'systemAdministrator', 'securityAdministrator'] as const;

export interface NewUnit {
  name: string;
  /** Null founds a tree, which only the console may do. */
  parentId: string | null;
  /** First day; today unless told. */
  from?: Day;
}

function assertName(name: string): void {
  const fault = unitNameFault(name);
  if (fault) throw new DomainError('invalid', fault, { fields: { name: fault } });
}

async function assertFree(act: Act, asked: { name: string; parentId: string | null }): Promise<void> {
  const day = shanghaiDay(act.now);
  if (!(await q.siblingNamed(act.db, { ...asked, day }).executeTakeFirst())) return;
  const sentence = '同一上级下已有同名单位，请换一个名称。';
  throw new DomainError('conflict', sentence, { fields: { name: sentence } });
}

async function pathAbove(act: Act, parentId: string | null): Promise<string[]> {
  return parentId === null ? [] : pathOf(act.db, parentId, shanghaiDay(act.now));
}

/** Adds a unit below another from a day on. Throws `conflict` when a sibling bears the name. */
export async function addUnit(act: Act, asked: NewUnit): Promise<{ id: string }> {
  const unitPath = await pathAbove(act, asked.parentId);
  access.require(act, 'units.add', { unitPath });
  const name = asked.name.trim();
  assertName(name);
  if (asked.parentId !== null && unitPath.length === 0)
    throw new DomainError('notFound', '没有找到上级单位。');
  const id = newId();
  const from = asked.from ?? shanghaiDay(act.now);
  await inTransaction(act, async (own) => {
    await assertFree(own, { name, parentId: asked.parentId });
    const last = await q.lastSortOrder(own.db, asked.parentId).executeTakeFirst();
    const place = { parent_id: asked.parentId, sort_order: (last?.last ?? 0) + 1 };
    await q.insertUnit(own.db, { id, name, ...place, valid_from: from, valid_to: null }).execute();
    await q.insertSelf(own.db, id, from).execute();
    if (asked.parentId !== null) {
      await q.insertBelow(own.db, { unitId: id, parentId: asked.parentId, from }).execute();
    }
    await audit.record(own, {
      verb: 'units.added',
      unitId: id,
      subject: { kind: 'unit', id },
      details: { name, parentId: asked.parentId, from },
    });
  });
  return { id };
}

/**
 * Gives a unit another name from a day on, today unless told; figures and reports of days before say the old one.
 * Throws `conflict` when a sibling bears the name or it was renamed later.
 */
export async function renameUnit(
  act: Act,
  asked: { unitId: string; name: string; from?: Day },
): Promise<void> {
  const unitPath = await pathOf(act.db, asked.unitId, shanghaiDay(act.now));
  access.require(act, 'units.rename', { unitPath });
  const name = asked.name.trim();
  const day = asked.from ?? shanghaiDay(act.now);
  assertName(name);
  await inTransaction(act, async (own) => {
    const unit = await q.unitById(own.db, asked.unitId).executeTakeFirst();
    if (!unit) throw new DomainError('notFound', '没有找到这个单位。');
    if (unit.name === name) return;
    await assertRenaming(own, { unitId: unit.id, day, since: unit.valid_from });
    await assertFree(own, { name, parentId: unit.parent_id });
    await q.setName(own.db, unit.id, name).execute();
    await noteRenaming(own, { unitId: unit.id, day, before: unit.name, after: name });
  });
}

async function assertRenaming(act: Act, asked: { unitId: string; day: Day; since: Day }): Promise<void> {
  const today = shanghaiDay(act.now);
  const days = { today, earliest: `${openPlanYears(today)[0]}-01-01`, since: asked.since };
  const fault = changeDayFault(asked.day, days);
  const former = await formerNames(act.db, asked.unitId).execute();
  const last = former
    .map((one) => one.last_day)
    .sort()
    .pop();
  const isLate = last !== undefined && last >= asked.day;
  const sentence = fault?.[1] ?? (isLate ? `它在 ${last} 之后已改过名，请填更晚的日期。` : null);
  if (sentence) throw new DomainError('invalid', sentence, { fields: { from: sentence } });
}

/** Today's units within the actor's scope, as a tree in reading order; all units for the console. */
export async function listUnits(act: Act): Promise<PlacedUnit[]> {
  access.require(act, 'units.list');
  return inReach(act, access.unitsHeld(act, READERS));
}
