import { planChanges } from '#lib/domain/plans/nextYear.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as courses from '../courses/index.ts';
import * as people from '../people/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { audienceOfPlans } from './queries.members.ts';
import { itemsOf, plansOf, requirementsOf } from './queries.plans.ts';
import { requirementOf, type Requirement } from './rows.ts';

export interface PlanLine {
  id: string;
  title: string;
  unitName: string;
  status: string;
  members: number;
  classCodes: string[];
  courses: { courseId: string; title: string; isRequired: boolean; moduleTitle: string | null }[];
  /** Against the plan of the year before from which it was copied. */
  changes: string[];
}

function courseOf(item: {
  course_id: string;
  title: string;
  is_required: number;
  module_title: string | null;
}): PlanLine['courses'][number] {
  const { course_id: courseId, title, module_title: moduleTitle } = item;
  return { courseId, title, isRequired: item.is_required === 1, moduleTitle };
}

/**
 * Requirements of a plan year, and the plans of the units within the actor's reach; `mayPublish` whether requirements
 * are his to publish and to change.
 */
export async function listPlans(
  act: Act,
  planYear: number,
): Promise<{ requirements: Requirement[]; plans: PlanLine[]; mayPublish: boolean }> {
  access.require(act, 'plans.list');
  const held = access.unitsHeld(act, ['coordinator', 'leader']);
  const unitIds = act.actor.kind === 'person' ? held : null;
  const rows = await plansOf(act.db, { planYear, unitIds, day: shanghaiDay(act.now) }).execute();
  const planIds = rows.map((row) => row.id);
  const sources = rows.flatMap((row) => row.copied_from ?? []);
  const items = planIds.length === 0 ? [] : await itemsOf(act.db, [...planIds, ...sources]).execute();
  const listed = (planId: string | null) => items.filter((item) => item.plan_id === planId).map(courseOf);
  const audience = planIds.length === 0 ? [] : await audienceOfPlans(act.db, planIds).execute();
  const [own] = access.unitsHeld(act, ['coordinator']);
  const path = own === undefined ? [] : await units.pathOf(act.db, own);
  return {
    mayPublish: access.can(act, 'requirement.publish', { unitPath: path.slice(-1) }),
    requirements: (await requirementsOf(act.db, planYear).execute()).map(requirementOf),
    plans: rows.map((row) => ({
      ...{ id: row.id, title: row.title, unitName: row.unit_name, status: row.status },
      members: Number(row.members ?? 0),
      classCodes: audience.filter((one) => one.plan_id === row.id).map((one) => one.class_code),
      courses: listed(row.id),
      changes: row.copied_from === null ? [] : planChanges(listed(row.copied_from), listed(row.id)),
    })),
  };
}

/** What an assignment or a plan in the name of a unit may name: its people of today, courses, modules and selections. */
export async function choicesFor(act: Act, unitId: string) {
  const unitPath = await units.pathOf(act.db, unitId);
  access.require(act, 'assignment.make', { unitPath });
  const roster = await people.roster(act.db, { unitId, day: shanghaiDay(act.now) });
  const open = await courses.coursesOfUnits(act.db, unitPath);
  return {
    people: roster.map(({ personId, name }) => ({ personId, name })),
    courses: open.map(({ id, title }) => ({ id, title })),
    modules: await courses.modulesOfUnits(act.db, unitPath),
  };
}
