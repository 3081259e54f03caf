import { redirect } from '@sveltejs/kit';
import { staffClasses } from '#lib/domain/people/classes.ts';
import { closingForm } from '#lib/forms/closing.ts';
import { planDraftForm } from '#lib/forms/plans.ts';
import * as plans from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const plan = await plans.deskOfPlan(locals.act, params.id);
    const { courses, modules } = await plans.choicesFor(locals.act, plan.unitId);
    const { requirements, plans: listed } = await plans.listPlans(locals.act, plan.planYear);
    return {
      ...{ plan, courses, modules, requirements },
      line: listed.find((one) => one.id === plan.id) ?? null,
      classes: Object.entries(staffClasses).map(([value, label]) => ({ value, label })),
    };
  });

export const actions: Actions = {
  save: (event) =>
    answering(event, planDraftForm, async ({ required, elective, modules, requirementId, ...input }) => {
      await plans.revisePlan(event.locals.act, {
        ...input,
        planId: event.params.id,
        requirementId: requirementId === '' ? null : requirementId,
        requiredCourseIds: required,
        electiveCourseIds: elective,
        moduleIds: modules,
      });
      return { done: '草稿已保存；发布以前不会有人收到。' };
    }),
  publish: (event) =>
    answering(event, closingForm, async () => {
      await plans.publishPlan(event.locals.act, event.params.id);
      return { done: '计划已发布，相关人员的首页随即列出。' };
    }),
  discard: (event) =>
    answering(event, closingForm, async () => {
      const { planYear } = await plans.deskOfPlan(event.locals.act, event.params.id);
      await plans.discardPlan(event.locals.act, event.params.id);
      redirect(303, `/manage/plans?year=${planYear}`);
    }),
};
