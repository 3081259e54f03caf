import { DomainError } from '#lib/domain/shared/errors.ts';
import { isDay, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import * as courses from '../courses/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as selections from '../selections/index.ts';
import * as units from '../units/index.ts';
import * as q from './queries.assignments.ts';

/** Rows of one insert stay below the engines' limits on parameters. */
const CHUNK = 500;

/** Named people, everybody of the unit (who joins it later included), or the people of a saved selection. */
export type Whom =
  | { kind: 'people'; personIds: readonly string[] }
  | { kind: 'unit' }
  | { kind: 'selection'; selectionId: string };

export interface NewAssignment {
  courseIds: readonly string[];
  /** Its published courses of today are asked for as well; the module itself may change later. */
  moduleId?: string | null;
  /** In whose name; named people must count at it or below. */
  unitId: string;
  to: Whom;
  dueOn: Day;
  reason: string;
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

async function selectedIds(act: Act, wanted: NewAssignment, selectionId: string): Promise<string[]> {
  const selection = await selections.findSelection(act.db, selectionId);
  const path = selection ? await units.pathOf(act.db, selection.unitId) : [];
  if (!selection || selection.closedAt !== null || !path.includes(wanted.unitId))
    throw refused('selectionId', '请选择本单位或下属单位的一份名单。');
  return (await selections.selectionPeople(act.db, selectionId)).map((one) => one.personId);
}

async function targetsOf(act: Act, wanted: NewAssignment): Promise<people.RosterLine[]> {
  const roster = await people.roster(act.db, { unitId: wanted.unitId, day: shanghaiDay(act.now) });
  if (wanted.to.kind === 'unit') return roster;
  if (wanted.to.kind === 'selection') {
    const listed = new Set(await selectedIds(act, wanted, wanted.to.selectionId));
    return roster.filter((one) => listed.has(one.personId));
  }
  const named = new Set(wanted.to.personIds);
  const found = roster.filter((one) => named.has(one.personId));
  if (found.length < named.size) throw refused('personIds', '有的人员今天不在这个单位的名册上，请重新选择。');
  return found;
}

/** Courses of the module first, in its order, then those named singly. */
async function coursesAsked(act: Act, wanted: NewAssignment, unitPath: readonly string[]): Promise<string[]> {
  const open = new Set((await courses.coursesOfUnits(act.db, unitPath)).map((course) => course.id));
  const { moduleId = null } = wanted;
  const modules = moduleId === null ? [] : await courses.modulesOfUnits(act.db, unitPath);
  const module = modules.find((one) => one.id === moduleId);
  if (moduleId !== null && !module) throw refused('moduleId', '请选择一个向本单位开放的学习模块。');
  const asked = new Set([...(module?.courses.map((course) => course.id) ?? []), ...wanted.courseIds]);
  if (asked.size === 0) throw refused('courseIds', '请选择课程或学习模块。');
  if (![...asked].every((id) => open.has(id)))
    throw refused('courseIds', '请选择已发布、向本单位开放的课程。');
  return [...asked];
}

function assertWords(act: Act, wanted: NewAssignment): void {
  if (wanted.reason.trim() === '') throw refused('reason', '请写明原因，学员会看到。');
  if (!isDay(wanted.dueOn) || wanted.dueOn < shanghaiDay(act.now))
    throw refused('dueOn', '截止日期不能早于今天。');
}

/**
 * Assigns courses or a module with a due day and a reason that the people will read. Who is on the unit's roster today
 * is meant; of a selection those who are still on it. Made to a unit, it also asks who joins the unit before the due
 * day, and asks who leaves it no longer.
 */
export async function assign(act: Act, wanted: NewAssignment): Promise<{ id: string; people: number }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'assignment.make', { unitPath });
  assertWords(act, wanted);
  const courseIds = await coursesAsked(act, wanted, unitPath);
  const targets = await targetsOf(act, wanted);
  if (targets.length === 0 && wanted.to.kind !== 'unit') throw refused('personIds', '请至少选择一个人。');
  const id = newId();
  await inTransaction(act, async (own) => {
    await q.insertAssignment(own.db, assignmentRow(act, wanted, { id, courseIds })).execute();
    await q
      .insertAsked(
        own.db,
        courseIds.map((course_id) => ({ assignment_id: id, course_id })),
      )
      .execute();
    const rows = targets.map((one) => ({ assignment_id: id, person_id: one.personId, unit_id: one.unitId }));
    for (let at = 0; at < rows.length; at += CHUNK)
      await q.insertTargets(own.db, rows.slice(at, at + CHUNK)).execute();
    await audit.record(own, {
      verb: 'plans.assigned',
      unitId: wanted.unitId,
      subject: { kind: 'assignment', id },
      details: {
        ...{ courseIds, moduleId: wanted.moduleId ?? null, to: wanted.to.kind },
        ...{ dueOn: wanted.dueOn, reason: wanted.reason.trim(), people: rows.length },
      },
    });
    await announce(own, { kind: 'assignmentMade', assignmentId: id });
  });
  return { id, people: targets.length };
}

function assignmentRow(act: Act, wanted: NewAssignment, made: { id: string; courseIds: string[] }) {
  const by = signatureOf(act);
  const { to } = wanted;
  return {
    ...{ id: made.id, course_id: made.courseIds[0] ?? '', unit_id: wanted.unitId },
    ...{ assigned_by: by.id, assigned_by_name: by.name, assigned_at: act.now },
    ...{ reason: wanted.reason.trim(), due_on: wanted.dueOn },
    ...{ plan_year: Number(wanted.dueOn.slice(0, 4)), withdrawn_at: null, withdrawn_reason: null },
    ...{ module_id: wanted.moduleId ?? null, follows_unit: to.kind === 'unit' ? 1 : 0 },
    selection_id: to.kind === 'selection' ? to.selectionId : null,
  };
}

async function thingOf(act: Act, assignmentId: string): Promise<access.Thing> {
  const assignment = await q.assignmentById(act.db, assignmentId).executeTakeFirst();
  return { unitPath: assignment ? await units.pathOf(act.db, assignment.unit_id) : [] };
}

/** Withdraws an assignment: it leaves the learners' pages; what they have completed stays. */
export async function withdraw(act: Act, asked: { assignmentId: string; reason: string }): Promise<void> {
  const thing = await thingOf(act, asked.assignmentId);
  access.require(act, 'assignment.withdraw', thing);
  const reason = asked.reason.trim();
  if (reason === '') throw refused('reason', '请写明撤回的原因。');
  await inTransaction(act, async (own) => {
    const change = { id: asked.assignmentId, at: act.now, reason };
    const withdrawn = await q.markWithdrawn(own.db, change).executeTakeFirst();
    if (withdrawn.numUpdatedRows === 0n) throw new DomainError('conflict', '这项指派已经撤回。');
    await audit.record(own, {
      verb: 'plans.assignmentWithdrawn',
      unitId: thing.unitPath?.[0] ?? null,
      subject: { kind: 'assignment', id: asked.assignmentId },
      details: { reason },
    });
  });
}
