import { openPlanYears } from '#lib/domain/plans/years.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import { changeDayFault, type UnitChangeKind } from '#lib/domain/units/change.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import { lastSortOrder, siblingNamed, unitById } from './queries.ts';
import * as q from './queries.change.ts';
import { hangingOn } from './hanging.ts';
import { refused, replace } from './placing.ts';
import { pathOf } from './questions.ts';

export interface UnitMove {
  unitId: string;
  /** The unit below which it stands from `day` on. */
  parentId: string;
  day: Day;
  reason: string;
}

export interface UnitClosing {
  unitId: string;
  /** First day on which the unit is no more. */
  day: Day;
  reason: string;
}

async function openUnit(act: Act, { unitId, day, reason }: UnitClosing) {
  const unit = await unitById(act.db, unitId).executeTakeFirst();
  if (!unit) throw new DomainError('notFound', '没有找到这个单位。');
  if (unit.valid_to !== null) throw new DomainError('conflict', '这个单位已经撤销，请刷新后查看。');
  const today = shanghaiDay(act.now);
  const earliest = `${openPlanYears(today)[0]}-01-01`;
  const fault = changeDayFault(day, { today, earliest, since: unit.valid_from });
  if (fault) throw refused(...fault);
  if (reason.trim() === '') throw refused('reason', '请写明原因或批准文号。');
  return unit;
}

interface Noted {
  unitId: string;
  kind: UnitChangeKind;
  day: Day;
  before: string;
  after: string;
  reason: string;
}

async function note(act: Act, noted: Noted): Promise<void> {
  const { id: madeBy, name } = signatureOf(act);
  const { unitId, ...change } = noted;
  await q
    .insertChange(act.db, {
      ...{ id: newId(), unit_id: unitId, ...change, made_at: act.now },
      ...{ made_by: madeBy, made_by_name: name, undone_at: null },
    })
    .execute();
  const verbs = { rename: 'renamed', move: 'moved', close: 'closed', merge: 'merged' } as const;
  await audit.record(act, {
    verb: `units.${verbs[noted.kind]}`,
    unitId,
    subject: { kind: 'unit', id: unitId },
    details: change,
  });
}

/** Notes that a unit was given another name from a day on; the name before stays that of the days before. */
export async function noteRenaming(act: Act, asked: Omit<Noted, 'kind' | 'reason'>): Promise<void> {
  const formerly = { unit_id: asked.unitId, last_day: addDays(asked.day, -1), name: asked.before };
  await q.insertFormerName(act.db, formerly).execute();
  await note(act, { ...asked, kind: 'rename', reason: '' });
}

async function thingsOfMove(act: Act, { unitId, parentId }: Pick<UnitMove, 'unitId' | 'parentId'>) {
  return {
    from: { unitPath: await pathOf(act.db, unitId) },
    to: { unitPath: await pathOf(act.db, parentId) },
  };
}

/**
 * Hangs a unit with all below it under another from a day on. Figures of days and years before keep the tree of those
 * days; counters of open years go with the people (`unitMoved`). Throws `conflict` when it was moved meanwhile.
 */
export async function moveUnit(act: Act, asked: UnitMove): Promise<void> {
  const { from, to } = await thingsOfMove(act, asked);
  access.require(act, 'units.move', from);
  access.require(act, 'units.add', to);
  await inTransaction(act, async (own) => {
    const unit = await openUnit(own, asked);
    if (unit.parent_id === null) throw refused('parentId', '最上级单位不能移到别的单位之下。');
    if (unit.parent_id === asked.parentId) throw refused('parentId', '它已经在这个单位之下。');
    await q.touchUnit(own.db, to.unitPath[to.unitPath.length - 1] ?? asked.parentId).execute();
    const named = { parentId: asked.parentId, name: unit.name, day: asked.day };
    if (await siblingNamed(own.db, named).executeTakeFirst())
      throw refused('parentId', '新的上级之下已有同名单位，请先改名。');
    await replace(own, asked);
    const last = await lastSortOrder(own.db, asked.parentId).executeTakeFirst();
    const hung = { unitId: unit.id, was: unit.parent_id, order: (last?.last ?? 0) + 1 };
    const done = await q.hangUnit(own.db, { ...hung, parentId: asked.parentId }).executeTakeFirst();
    if (done.numUpdatedRows === 0n)
      throw new DomainError('conflict', '这个单位刚刚被别人调整，请刷新后再试。');
    const { parentId: after, ...what } = asked;
    await note(own, { ...what, kind: 'move', before: unit.parent_id, after });
    await announce(own, { kind: 'unitMoved', unitId: unit.id, day: asked.day });
  });
}

/**
 * Closes a unit that nobody works in and that has no unit below it; its past figures, plans and records stay. Of a merge
 * `into` names the unit that its people went to.
 */
export async function closeUnit(act: Act, asked: UnitClosing & { into?: string }): Promise<void> {
  const unitPath = await pathOf(act.db, asked.unitId);
  access.require(act, 'units.close', { unitPath });
  await inTransaction(act, async (own) => {
    const unit = await openUnit(own, asked);
    if (unit.parent_id === null) throw new DomainError('conflict', '最上级单位不能撤销。');
    if (asked.day === unit.valid_from) throw refused('day', '单位至少要存在一天，请填设立次日或以后的日期。');
    const { below, people } = await hangingOn(own, { unitId: unit.id, day: asked.day });
    if (below > 0) throw new DomainError('conflict', `下面还有 ${below} 个单位，请先调整或撤销它们。`);
    if (people > 0)
      throw new DomainError('conflict', `还有 ${people} 人在这里任职，请先办理变动或并入别的单位。`);
    const last = addDays(asked.day, -1);
    const done = await q.endUnit(own.db, { unitId: unit.id, last }).executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new DomainError('conflict', '这个单位已经撤销，请刷新后查看。');
    await q.closePlaces(own.db, { unitId: unit.id, last }).execute();
    const { day, reason } = asked;
    const kind = asked.into === undefined ? 'close' : 'merge';
    await note(own, { unitId: unit.id, kind, day, reason, before: unit.name, after: asked.into ?? '' });
  });
}

/** Takes a closing back: the unit stands again where it stood. Throws `conflict` when the place is taken or gone. */
export async function reopenUnit(act: Act, asked: { changeId: string; reason: string }): Promise<void> {
  const { change, unitPath } = await closingOf(act, asked.changeId);
  access.require(act, 'units.close', { unitPath });
  if (change?.kind !== 'close') throw new DomainError('conflict', '只有撤销可以收回，其他变动请另办一次。');
  if (asked.reason.trim() === '') throw refused('reason', '请写明收回的原因。');
  await inTransaction(act, async (own) => {
    const unit = await unitById(own.db, change.unit_id).executeTakeFirstOrThrow();
    const last = addDays(change.day, -1);
    const today = shanghaiDay(own.now);
    const above = unit.parent_id === null ? [] : await pathOf(own.db, unit.parent_id, today);
    if (unitPath.slice(1).join() !== above.join())
      throw new DomainError('conflict', '它原来的上级已经调整或撤销，不能收回，请另建单位。');
    const named = { parentId: unit.parent_id, name: unit.name, day: change.day };
    if (await siblingTaken(own, named, unit.id))
      throw new DomainError('conflict', '同一上级下已有同名单位。');
    const undone = await q.undoChangeRow(own.db, { id: change.id, at: own.now }).executeTakeFirst();
    const done = await q.reopenUnitRow(own.db, { unitId: unit.id, last }).executeTakeFirst();
    if (undone.numUpdatedRows === 0n || done.numUpdatedRows === 0n)
      throw new DomainError('conflict', '这次撤销已经收回，请刷新后查看。');
    await q.reopenPlaces(own.db, { unitId: unit.id, last }).execute();
    await audit.record(own, {
      verb: 'units.reopened',
      unitId: unit.id,
      subject: { kind: 'unit', id: unit.id },
      details: { changeId: change.id, reason: asked.reason },
    });
  });
}

async function closingOf(act: Act, changeId: string) {
  const change = await q.changeById(act.db, changeId).executeTakeFirst();
  return { change, unitPath: change ? await pathOf(act.db, change.unit_id) : [] };
}

async function siblingTaken(
  act: Act,
  named: { parentId: string | null; name: string; day: Day },
  unitId: string,
): Promise<boolean> {
  const taken = await siblingNamed(act.db, named).execute();
  return taken.some((one) => one.id !== unitId);
}
