import { DomainError } from '#lib/domain/shared/errors.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as access from '../access/index.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { announce } from '../facts/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { signatureOf } from '../platform/signature.ts';
import * as units from '../units/index.ts';
import { beginPlan } from './membership.ts';
import { contentOf, insertContent, type NewPlan } from './planContent.ts';
import * as q from './queries.plans.ts';

/** Drafts a plan for the classes of a unit's subtree; a course both required and elective is required. */
export async function createPlan(act: Act, wanted: NewPlan): Promise<{ id: string }> {
  const unitPath = await units.pathOf(act.db, wanted.unitId);
  access.require(act, 'plan.create', { unitPath });
  const content = await contentOf(act, wanted, unitPath);
  const id = newId();
  await inTransaction(act, async (own) => {
    await q
      .insertPlan(own.db, {
        ...{ id, unit_id: wanted.unitId, requirement_id: wanted.requirementId },
        ...{ plan_year: wanted.planYear, title: wanted.title.trim(), status: 'draft' },
        ...{ created_by: signatureOf(act).id, created_at: act.now, published_at: null },
      })
      .execute();
    await insertContent(own, id, content);
    await audit.record(own, {
      verb: 'plans.created',
      unitId: wanted.unitId,
      subject: { kind: 'plan', id },
      details: { ...wanted },
    });
  });
  return { id };
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
    if (plan.plan_year < planYearOf(act.now))
      throw new DomainError('conflict', '往年的计划保持原样，不能再发布。');
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
