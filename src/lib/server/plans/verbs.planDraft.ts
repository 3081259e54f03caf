import { DomainError } from '#lib/domain/shared/errors.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import * as units from '../units/index.ts';
import { contentOf, insertContent, type NewPlan } from './planContent.ts';
import { classesOfPlan } from './queries.members.ts';
import * as q from './queries.plans.ts';

type PlanRow = NonNullable<Awaited<ReturnType<ReturnType<typeof q.planById>['executeTakeFirst']>>>;

interface Loaded extends access.Thing {
  unitPath: string[];
  plan: PlanRow | undefined;
}

async function loaded(act: Act, planId: string): Promise<Loaded> {
  const plan = await q.planById(act.db, planId).executeTakeFirst();
  return { plan, unitPath: plan ? await units.pathOf(act.db, plan.unit_id) : [] };
}

function planOrThrow({ plan }: Loaded): PlanRow {
  if (!plan) throw new DomainError('notFound', '没有找到这个计划。');
  return plan;
}

/** A plan as its form shows it: courses of modules stand under their module. */
export interface PlanDesk extends NewPlan {
  id: string;
  unitName: string;
  isDraft: boolean;
  moduleIds: string[];
}

/** A plan to be edited before it is published, or to be read afterwards. */
export async function deskOfPlan(act: Act, planId: string): Promise<PlanDesk> {
  const thing = await loaded(act, planId);
  access.require(act, 'plan.edit', thing);
  const plan = planOrThrow(thing);
  const items = await q.itemsOf(act.db, [planId]).execute();
  const single = items.filter((item) => item.module_id === null);
  const idsOf = (rows: typeof items) => rows.map((row) => row.course_id);
  return {
    ...{ id: plan.id, unitId: plan.unit_id, planYear: plan.plan_year, title: plan.title },
    unitName: (await units.find(act.db, plan.unit_id))?.name ?? '',
    isDraft: plan.status === 'draft',
    requirementId: plan.requirement_id,
    classCodes: (await classesOfPlan(act.db, planId).execute()).map((row) => row.class_code),
    requiredCourseIds: idsOf(single.filter((item) => item.is_required === 1)),
    electiveCourseIds: idsOf(single.filter((item) => item.is_required === 0)),
    moduleIds: [...new Set(items.flatMap((item) => item.module_id ?? []))],
  };
}

export type PlanText = Omit<NewPlan, 'unitId' | 'planYear'>;

/** Changes what a draft asks and of whom. Throws `conflict` once it was published: it concerns people then. */
export async function revisePlan(act: Act, asked: PlanText & { planId: string }): Promise<void> {
  const thing = await loaded(act, asked.planId);
  access.require(act, 'plan.edit', thing);
  const { id, unit_id: unitId, plan_year: planYear } = planOrThrow(thing);
  const content = await contentOf(act, { ...asked, unitId, planYear }, thing.unitPath);
  await inTransaction(act, async (own) => {
    const change = { title: asked.title.trim(), requirement_id: asked.requirementId };
    const changed = await q.changeDraft(own.db, { id, change }).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw published();
    await q.clearItems(own.db, id).execute();
    await q.clearAudience(own.db, id).execute();
    await insertContent(own, id, content);
    const { planId: _planId, ...details } = asked;
    await audit.record(own, { verb: 'plans.revised', unitId, subject: { kind: 'plan', id }, details });
  });
}

/** Throws a draft away; nobody was asked for anything by it. */
export async function discardPlan(act: Act, planId: string): Promise<void> {
  const thing = await loaded(act, planId);
  access.require(act, 'plan.edit', thing);
  const { id, unit_id: unitId, title, plan_year: planYear } = planOrThrow(thing);
  await inTransaction(act, async (own) => {
    const kept = { title, requirement_id: null };
    const held = await q.changeDraft(own.db, { id, change: kept }).executeTakeFirst();
    if (held.numUpdatedRows === 0n) throw published();
    await q.clearItems(own.db, id).execute();
    await q.clearAudience(own.db, id).execute();
    await q.removeDraft(own.db, id).execute();
    const details = { title, planYear };
    await audit.record(own, { verb: 'plans.discarded', unitId, subject: { kind: 'plan', id }, details });
  });
}

function published(): DomainError {
  return new DomainError('conflict', '这个计划已经发布，不再修改；需要增加内容时请另建计划或指派。');
}
