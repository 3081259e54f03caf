import { isClassCode } from '#lib/domain/people/classes.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import * as courses from '../courses/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { beginPlan } from './membership.ts';
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

interface Item {
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

async function faultOf(act: Act, wanted: NewPlan, unitPath: readonly string[]): Promise<Fault | null> {
  const open = new Set((await courses.coursesOfUnits(act.db, unitPath)).map((course) => course.id));
  const listed = [...wanted.requiredCourseIds, ...wanted.electiveCourseIds];
  if (wanted.title.trim() === '') return ['title', '请填写计划名称。'];
  if (wanted.planYear < planYearOf(act.now)) return ['planYear', '往年的计划保持原样，不能新增。'];
  if (wanted.classCodes.length === 0 || !wanted.classCodes.every(isClassCode))
    return ['classCodes', '请至少选择一类人员。'];
  if (!listed.every((id) => open.has(id))) return ['required', '所选课程未发布，或不向本单位开放。'];
  const requirement =
    wanted.requirementId && (await q.requirementById(act.db, wanted.requirementId).executeTakeFirst());
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

/** Drafts a plan for the classes of a unit's subtree; a course both required and elective is required. */
export async function createPlan(act: Act, wanted: NewPlan): Promise<{ id: string }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'plan.create', { unitPath });
  const fault = await faultOf(act, wanted, unitPath);
  if (fault) throw new DomainError('invalid', fault[1], { fields: { [fault[0]]: fault[1] } });
  const items = itemsFrom(wanted, await modulesNamed(act, wanted, unitPath));
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertPlan(own.db, {
        ...{ id, unit_id: wanted.unitId, requirement_id: wanted.requirementId },
        ...{ plan_year: wanted.planYear, title: wanted.title.trim(), status: 'draft' },
        ...{ created_by: signatureOf(act).id, created_at: act.now, published_at: null },
      })
      .execute();
    await insertContent(own, id, { items, classCodes: wanted.classCodes });
    await audit.record(own, {
      verb: 'plans.created',
      unitId: wanted.unitId,
      subject: { kind: 'plan', id },
      details: { ...wanted },
    });
  });
  return { id };
}

async function insertContent(
  act: Act,
  planId: string,
  { items, classCodes }: { items: readonly Item[]; classCodes: readonly string[] },
): Promise<void> {
  const rows = items.map(({ courseId, isRequired, moduleId }) => ({
    ...{ plan_id: planId, course_id: courseId },
    ...{ is_required: isRequired ? 1 : 0, module_id: moduleId },
  }));
  if (rows.length > 0) await q.insertItems(act.db, rows).execute();
  const audience = [...new Set(classCodes)].map((code) => ({ plan_id: planId, class_code: code }));
  await q.insertAudience(act.db, audience).execute();
}

async function thingOf(act: Act, planId: string): Promise<access.Thing> {
  const plan = await q.planById(act.db, planId).executeTakeFirst();
  return { unitPath: plan ? await units.pathOf(act.db, plan.unit_id) : [] };
}

/** Publishes a draft: from today on it concerns the people of its classes. Throws `conflict` for a published one. */
export async function publishPlan(act: Act, planId: string): Promise<void> {
  const thing = await thingOf(act, planId);
  access.require(act, 'plan.publish', thing);
  await inTransaction(act, async (own) => {
    const plan = await q.planById(own.db, planId).executeTakeFirst();
    if (!plan) throw new DomainError('notFound', '没有找到这个计划。');
    const published = await q.markPublished(own.db, { id: planId, at: act.now }).executeTakeFirst();
    if (published.numUpdatedRows === 0n) throw new DomainError('conflict', '这个计划已经发布。');
    await beginPlan(own.db, plan, shanghaiDay(act.now));
    await audit.record(own, {
      verb: 'plans.published',
      unitId: plan.unit_id,
      subject: { kind: 'plan', id: planId },
    });
    await announce(own, { kind: 'planPublished', planId, planYear: plan.plan_year });
  });
}
