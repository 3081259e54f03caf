import { staffClasses } from '#lib/domain/people/classes.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { planForm, publishPlanForm, requirementForm } from '#lib/forms/plans.ts';
import {
  choicesFor,
  createPlan,
  listPlans,
  publishPlan,
  publishRequirement,
} from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const unitId = url.searchParams.get('unit') ?? units[0]?.id;
    const asked = Number(url.searchParams.get('year'));
    const planYear = asked >= 2000 && asked <= 2100 ? Math.floor(asked) : planYearOf(locals.act.now);
    return {
      planYear,
      unitId,
      units: units.map(({ id, name }) => ({ id, name })),
      classes: Object.entries(staffClasses).map(([value, label]) => ({ value, label })),
      ...(unitId ? await choicesFor(locals.act, unitId) : { courses: [], modules: [] }),
      ...(await listPlans(locals.act, planYear)),
    };
  });

export const actions: Actions = {
  require: (event) =>
    answering(event, requirementForm, async ({ target, needsExam, ...input }) => {
      await publishRequirement(event.locals.act, {
        ...input,
        targetHundredths: target,
        needsExam: needsExam === 'on',
        validFrom: `${input.planYear}-01-01`,
        validTo: `${input.planYear}-12-31`,
      });
      return { done: '要求已发布，达标情况随即按新的要求计算。' };
    }),
  create: (event) =>
    answering(event, planForm, async ({ required, elective, modules, requirementId, ...input }) => {
      await createPlan(event.locals.act, {
        ...input,
        requirementId: requirementId === '' ? null : requirementId,
        requiredCourseIds: required,
        electiveCourseIds: elective,
        moduleIds: modules,
      });
      return { done: '计划已保存为草稿，核对后请发布。' };
    }),
  publish: (event) =>
    answering(event, publishPlanForm, async ({ planId }) => {
      await publishPlan(event.locals.act, planId);
      return { done: '计划已发布，相关人员的首页随即列出。' };
    }),
};
