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
import * as units from '../units/index.ts';
import * as q from './queries.assignments.ts';

/** Rows of one insert stay below the engines' limits on parameters. */
const CHUNK = 500;

export interface NewAssignment {
  courseId: string;
  /** In whose name; named people must count at it or below. */
  unitId: string;
  /** Named people, or everybody of the unit. */
  to: { kind: 'people'; personIds: readonly string[] } | { kind: 'unit' };
  dueOn: Day;
  reason: string;
}

function refused(field: string, sentence: string): DomainError {
  return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}

async function targetsOf(act: Act, wanted: NewAssignment): Promise<people.RosterLine[]> {
  const roster = await people.roster(act.db, { unitId: wanted.unitId, day: shanghaiDay(act.now) });
  if (wanted.to.kind === 'unit') return roster;
  const named = new Set(wanted.to.personIds);
  const found = roster.filter((one) => named.has(one.personId));
  if (found.length < named.size) throw refused('personIds', '有的人员今天不在这个单位的名册上，请重新选择。');
  return found;
}

/**
 * Assigns a course to named people or to everybody of a unit, with a due day and a reason that they will read.
 * Who is on the unit's roster today is meant; the course must be open to the unit.
 */
export async function assign(act: Act, wanted: NewAssignment): Promise<{ id: string; people: number }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'assignment.make', { unitPath });
  const reason = wanted.reason.trim();
  if (reason === '') throw refused('reason', '请写明原因，学员会看到。');
  if (!isDay(wanted.dueOn) || wanted.dueOn < shanghaiDay(act.now))
    throw refused('dueOn', '截止日期不能早于今天。');
  const open = await courses.coursesOfUnits(act.db, unitPath);
  if (!open.some((course) => course.id === wanted.courseId))
    throw refused('courseId', '请选择一门已发布、向本单位开放的课程。');
  const targets = await targetsOf(act, wanted);
  if (targets.length === 0) throw refused('personIds', '请至少选择一个人。');
  const by = signatureOf(act);
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertAssignment(own.db, {
        ...{ id, course_id: wanted.courseId, unit_id: wanted.unitId, reason },
        ...{ assigned_by: by.id, assigned_by_name: by.name, assigned_at: act.now },
        ...{ due_on: wanted.dueOn, plan_year: Number(wanted.dueOn.slice(0, 4)) },
        ...{ withdrawn_at: null, withdrawn_reason: null },
      })
      .execute();
    await q.insertAsked(own.db, [{ assignment_id: id, course_id: wanted.courseId }]).execute();
    const rows = targets.map((one) => ({ assignment_id: id, person_id: one.personId, unit_id: one.unitId }));
    for (let at = 0; at < rows.length; at += CHUNK)
      await q.insertTargets(own.db, rows.slice(at, at + CHUNK)).execute();
    await audit.record(own, {
      verb: 'plans.assigned',
      unitId: wanted.unitId,
      subject: { kind: 'assignment', id },
      details: { courseId: wanted.courseId, dueOn: wanted.dueOn, reason, people: rows.length },
    });
    await announce(own, { kind: 'assignmentMade', assignmentId: id });
  });
  return { id, people: targets.length };
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
