import { closesOn, openPlanYears } from '#lib/domain/plans/years.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { myYear } from '#lib/server/hours/index.ts';
import { myRequirements } from '#lib/server/plans/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const years = [];
    for (const planYear of openPlanYears(shanghaiDay(locals.act.now)))
      years.push({
        planYear,
        closesOn: closesOn(planYear),
        year: await myYear(locals.act, planYear),
        requirements: await myRequirements(locals.act, planYear),
      });
    return { years };
  });
