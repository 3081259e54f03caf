import { askedYear } from '#lib/forms/planYear.ts';
import { error } from '@sveltejs/kit';
import { targetForm } from '#lib/forms/reportEditing.ts';
import { parseInsight } from '#lib/forms/figures.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, url }) =>
  loading(async () => {
    const units = await figures.listUnits(act);
    const years = await figures.listYears(act);
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    if (!scope) error(404, { message: '没有可以查看的单位。', id: '' });
    const reading = await reports.readGaps(act, { unitId: scope.unitId, planYear: scope.planYear });
    const { actor } = act;
    const isCoordinator = actor.kind === 'person' && actor.grants.some((one) => one.role === 'coordinator');
    return { scope, units, years, reading, isCoordinator };
  });

export const actions: Actions = {
  target: (event) =>
    answering(event, targetForm, async (input) => {
      const unitId = event.url.searchParams.get('unit') ?? '';
      const planYear = askedYear(event.url, planYearOf(event.locals.act.now));
      await figures.setTarget(event.locals.act, { unitId, planYear, ...input });
      return { done: '计划数已保存。' };
    }),
};
