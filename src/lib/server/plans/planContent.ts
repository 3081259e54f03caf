import { isClassCode } from '#lib/domain/people/classes.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import * as courses from '../courses/index.ts';
import type { Act } from '../platform/act.ts';
import * as q from './queries.plans.ts';

export interface NewPlan {
  unitId: string;
  planYear: number;
  title: string;
  requirementId: string | null;
  classCodes: readonly string[];
  requiredCourseIds: readonly string[];
  electiveCourseIds: readonly string[];
  /** Their published courses of today are required; a later change of the module asks nothing new. */
  moduleIds?: readonly string[];
}

export interface Item {
  courseId: string;
  isRequired: boolean;
  moduleId: string | null;
}

/** What the plan lists: a course both required and elective is required, one of a module keeps the module's name. */
function itemsFrom(wanted: NewPlan, modules: readonly courses.ModuleChoice[]): Item[] {
  const items = new Map<string, Item>();
  for (const courseId of wanted.electiveCourseIds)
    items.set(courseId, { courseId, isRequired: false, moduleId: null });
  for (const courseId of wanted.requiredCourseIds)
    items.set(courseId, { courseId, isRequired: true, moduleId: null });
  for (const module of modules)
    for (const course of module.courses)
      items.set(course.id, { courseId: course.id, isRequired: true, moduleId: module.id });
  return [...items.values()];
}

type Fault = [field: string, sentence: string];

interface Wanted {
  wanted: NewPlan;
  /** Undefined where the one named is not there. */
  requirement: Requirement | null | undefined;
  unitPath: readonly string[];
}

type Requirement = Awaited<ReturnType<ReturnType<typeof q.requirementById>['executeTakeFirstOrThrow']>>;

async function requirementSeen(act: Act, { requirementId }: NewPlan) {
  return requirementId ? q.requirementById(act.db, requirementId).executeTakeFirst() : null;
}

async function faultOf(act: Act, { wanted, requirement, unitPath }: Wanted): Promise<Fault | null> {
  const open = new Set((await courses.coursesOfUnits(act.db, unitPath)).map((course) => course.id));
  const listed = [...wanted.requiredCourseIds, ...wanted.electiveCourseIds];
  if (wanted.title.trim() === '') return ['title', '请填写计划名称。'];
  if (wanted.planYear < planYearOf(act.now)) return ['planYear', '往年的计划保持原样，不能新增。'];
  if (wanted.classCodes.length === 0 || !wanted.classCodes.every(isClassCode))
    return ['classCodes', '请至少选择一类人员。'];
  if (!listed.every((id) => open.has(id))) return ['required', '所选课程未发布，或不向本单位开放。'];
  if (requirement === undefined || (requirement && requirement.plan_year !== wanted.planYear))
    return ['requirementId', '请选择同一年度的要求。'];
  if (listed.length + (wanted.moduleIds ?? []).length === 0 && !requirement)
    return ['required', '请至少选择一门课程、一个模块或一条年度要求。'];
  return null;
}

async function modulesNamed(act: Act, wanted: NewPlan, unitPath: readonly string[]) {
  const named = new Set(wanted.moduleIds ?? []);
  const modules = (await courses.modulesOfUnits(act.db, unitPath)).filter((one) => named.has(one.id));
  if (modules.length === named.size) return modules;
  const sentence = '所选模块已停用，或不向本单位开放。';
  throw new DomainError('invalid', sentence, { fields: { modules: sentence } });
}

/** Courses and classes of a plan, as they are written. */
export interface Content {
  items: readonly Item[];
  classCodes: readonly string[];
  requirement: q.RequirementSeen | null;
}

/** What a plan is to hold, checked against what is open to its unit. Throws `invalid` with the field. */
export async function contentOf(act: Act, wanted: NewPlan, unitPath: readonly string[]): Promise<Content> {
  const requirement = await requirementSeen(act, wanted);
  const fault = await faultOf(act, { wanted, requirement, unitPath });
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  return {
    items: itemsFrom(wanted, await modulesNamed(act, wanted, unitPath)),
    classCodes: wanted.classCodes,
    requirement: requirement ?? null,
  };
}

/**
 * Holds a requirement within the act's transaction, for what is being tied to it: an amendment at the same moment sees
 * that, or is seen here. `conflict` when it was amended since it was read.
 */
export async function holdRequirement(act: Act, seen: q.RequirementSeen): Promise<void> {
  const held = await q.endAsSeen(act.db, seen, seen.valid_to).executeTakeFirst();
  if (held.numUpdatedRows === 0n)
    throw new DomainError('conflict', '这条要求刚刚有了变动，请刷新后重新选择。');
}

/** Writes courses and classes of a draft that has none. Throws `conflict` where its requirement was amended since. */
export async function insertContent(
  act: Act,
  planId: string,
  { items, classCodes, requirement }: Content,
): Promise<void> {
  if (requirement) await holdRequirement(act, requirement);
  const rows = items.map(({ courseId, isRequired, moduleId }) => ({
    ...{ plan_id: planId, course_id: courseId },
    ...{ is_required: isRequired ? 1 : 0, module_id: moduleId },
  }));
  if (rows.length > 0) await q.insertItems(act.db, rows).execute();
  const audience = [...new Set(classCodes)].map((code) => ({ plan_id: planId, class_code: code }));
  await q.insertAudience(act.db, audience).execute();
}
