import { askedYear } from '#lib/forms/planYear.ts';
import { staffClasses } from '#lib/domain/people/classes.ts';
import { requirementTemplates } from '#lib/domain/plans/templates.ts';
import { openPlanYears } from '#lib/domain/plans/years.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { unitChoices } from '#lib/domain/units/choices.ts';
import {
  amendmentForm,
  draftForm,
  openYearForm,
  planForm,
  publishPlanForm,
  requirementForm,
} from '#lib/forms/plans.ts';
import * as plans from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    const unitId = url.searchParams.get('unit') ?? units[0]?.id;
    const thisYear = planYearOf(locals.act.now);
    const planYear = askedYear(url, thisYear);
    const template = url.searchParams.get('template');
    return {
      planYear,
      thisYear,
      today: shanghaiDay(locals.act.now),
      years: [...new Set([...openPlanYears(shanghaiDay(locals.act.now)), thisYear + 1])],
      template: requirementTemplates(planYear).find((one) => one.key === template) ?? null,
      unitId,
      units: unitChoices(units),
      classes: Object.entries(staffClasses).map(([value, label]) => ({ value, label })),
      ...(unitId ? await plans.choicesFor(locals.act, unitId) : { courses: [], modules: [] }),
      ...(await plans.listPlans(locals.act, planYear)),
      drafts: await plans.listRequirementDrafts(locals.act, planYear),
    };
  });

export const actions: Actions = {
  require: (event) =>
    answering(event, requirementForm, async ({ target, needsExam, ...input }) => {
      await plans.publishRequirement(event.locals.act, {
        ...input,
        targetHundredths: target,
        needsExam: needsExam === 'on',
        validFrom: `${input.planYear}-01-01`,
        validTo: `${input.planYear}-12-31`,
      });
      return { at: 'requirement', done: '要求已发布，达标情况随即按新的要求计算。' };
    }),
  amend: (event) =>
    answering(event, amendmentForm, async ({ target, needsExam, ...input }) => {
      await plans.amendRequirement(event.locals.act, {
        ...input,
        targetHundredths: target,
        needsExam: needsExam === 'on',
      });
      return { done: `从 ${input.from} 起按新的要求；原来的要求和依据保留。` };
    }),
  draft: (event) =>
    answering(event, draftForm, async ({ target, needsExam, decision, ...input }) => {
      const terms = { ...input, targetHundredths: target, needsExam: needsExam === 'on' };
      if (decision === 'save') {
        await plans.reviseRequirementDraft(event.locals.act, terms);
        return { done: '草稿已保存。' };
      }
      await plans.publishRequirementDraft(event.locals.act, terms);
      return { done: '要求已发布，到年初起计算。' };
    }),
  openYear: (event) =>
    answering(event, openYearForm, async ({ unitId }) => {
      const opened = await plans.openNextYear(event.locals.act, unitId);
      return {
        done: `已为 ${opened.planYear} 年度起草 ${opened.requirements} 条要求、${opened.plans} 个计划；核对后逐项发布，本年度不受影响。`,
      };
    }),
  create: (event) =>
    answering(event, planForm, async ({ required, elective, modules, requirementId, ...input }) => {
      await plans.createPlan(event.locals.act, {
        ...input,
        requirementId: requirementId === '' ? null : requirementId,
        requiredCourseIds: required,
        electiveCourseIds: elective,
        moduleIds: modules,
      });
      return { at: 'plan', done: '计划已保存为草稿，核对后请发布。' };
    }),
  publish: (event) =>
    answering(event, publishPlanForm, async ({ planId }) => {
      await plans.publishPlan(event.locals.act, planId);
      return { done: '计划已发布，相关人员的首页随即列出。' };
    }),
};
