import { progressOf, type Progress } from '#lib/domain/plans/progress.ts';
import { shanghaiDay, type Day, type Instant } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as courses from '../courses/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import * as q from './queries.assignments.ts';
import { itemsOf, audienceOf, plansOf, requirementsOf } from './queries.plans.ts';
import { requirementOf, type Requirement } from './rows.ts';

export interface PlanLine {
  id: string;
  title: string;
  unitName: string;
  status: string;
  members: number;
  classCodes: string[];
  courses: { title: string; isRequired: boolean }[];
}

/** Requirements of a plan year, and the plans of the units within the actor's reach. */
export async function listPlans(
  act: Act,
  planYear: number,
): Promise<{ requirements: Requirement[]; plans: PlanLine[] }> {
  access.require(act, 'plans.list');
  const held = access.unitsHeld(act, ['coordinator', 'leader']);
  const unitIds = act.actor.kind === 'person' ? held : null;
  const rows = await plansOf(act.db, { planYear, unitIds, day: shanghaiDay(act.now) }).execute();
  const planIds = rows.map((row) => row.id);
  const items = planIds.length === 0 ? [] : await itemsOf(act.db, planIds).execute();
  const audience = planIds.length === 0 ? [] : await audienceOf(act.db, planIds).execute();
  return {
    requirements: (await requirementsOf(act.db, planYear).execute()).map(requirementOf),
    plans: rows.map((row) => ({
      ...{ id: row.id, title: row.title, unitName: row.unit_name, status: row.status },
      members: Number(row.members ?? 0),
      classCodes: audience.filter((one) => one.plan_id === row.id).map((one) => one.class_code),
      courses: items
        .filter((item) => item.plan_id === row.id)
        .map((item) => ({ title: item.title, isRequired: item.is_required === 1 })),
    })),
  };
}

export interface AssignmentLine {
  id: string;
  courseTitle: string;
  unitName: string;
  by: string;
  reason: string;
  dueOn: Day;
  assignedAt: Instant;
  withdrawnAt: Instant | null;
  /** How many of those assigned stand where. */
  counts: Record<Progress, number>;
}

export interface TargetLine {
  personId: string;
  name: string;
  unitName: string;
  progress: Progress;
  lessons: number;
  completed: number;
}

async function targetsOf(act: Act, assignmentId: string, dueOn: Day): Promise<TargetLine[]> {
  const today = shanghaiDay(act.now);
  const rows = await q.targetsWithProgress(act.db, assignmentId).execute();
  return rows.map((row) => {
    const lessons = Number(row.lessons ?? 0);
    const completed = Number(row.completed ?? 0);
    const seen = { lessons, completed, opened: Number(row.openings ?? 0) > 0 };
    const progress = progressOf(seen, dueOn, today);
    return { personId: row.id, name: row.name, unitName: row.unit_name, progress, lessons, completed };
  });
}

function countsOf(targets: readonly TargetLine[]): Record<Progress, number> {
  const counts: Record<Progress, number> = { passed: 0, late: 0, opened: 0, untouched: 0 };
  for (const target of targets) counts[target.progress] += 1;
  return counts;
}

type Row = Awaited<ReturnType<ReturnType<typeof q.assignmentById>['executeTakeFirstOrThrow']>>;

function lineOf(row: Row, targets: readonly TargetLine[]): AssignmentLine {
  return {
    ...{ id: row.id, courseTitle: row.course_title, unitName: row.unit_name, by: row.assigned_by_name },
    ...{ reason: row.reason, dueOn: row.due_on, assignedAt: row.assigned_at },
    withdrawnAt: row.withdrawn_at,
    counts: countsOf(targets),
  };
}

/** A page of the assignments made in the name of units within reach, each with how far its people are. */
export async function listAssignments(
  act: Act,
  asked: { page: number; pageSize: number },
): Promise<{ assignments: AssignmentLine[]; total: number }> {
  access.require(act, 'assignments.list');
  const within = { unitIds: access.unitsHeld(act, ['coordinator']), day: shanghaiDay(act.now) };
  const window = { limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
  const rows = await q.assignmentsOf(act.db, { ...within, ...window }).execute();
  const { total } = await q.countAssignments(act.db, within).executeTakeFirstOrThrow();
  const assignments: AssignmentLine[] = [];
  for (const row of rows) assignments.push(lineOf(row, await targetsOf(act, row.id, row.due_on)));
  return { assignments, total: Number(total) };
}

async function thingOf(act: Act, assignmentId: string): Promise<access.Thing> {
  const assignment = await q.assignmentById(act.db, assignmentId).executeTakeFirst();
  return { unitPath: assignment ? await units.pathOf(act.db, assignment.unit_id) : [] };
}

/** One assignment with everybody it was made to: who passed, opened, has not begun, is late. */
export async function viewAssignment(
  act: Act,
  assignmentId: string,
): Promise<AssignmentLine & { targets: TargetLine[] }> {
  const thing = await thingOf(act, assignmentId);
  access.require(act, 'assignment.read', thing);
  const row = await q.assignmentById(act.db, assignmentId).executeTakeFirstOrThrow();
  const targets = await targetsOf(act, assignmentId, row.due_on);
  return { ...lineOf(row, targets), targets };
}

/** What an assignment or a plan in the name of a unit may name: its people of today and the courses open to it. */
export async function choicesFor(act: Act, unitId: string) {
  const unitPath = await units.pathOf(act.db, unitId);
  access.require(act, 'assignment.make', { unitPath });
  const roster = await people.roster(act.db, { unitId, day: shanghaiDay(act.now) });
  const open = await courses.coursesOfUnits(act.db, unitPath);
  return {
    people: roster.map(({ personId, name }) => ({ personId, name })),
    courses: open.map(({ id, title }) => ({ id, title })),
  };
}
