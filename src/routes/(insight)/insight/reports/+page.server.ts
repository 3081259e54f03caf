import { parseInsight } from '#lib/forms/figures.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, url }) =>
  loading(async () => {
    const units = await figures.listUnits(act);
    const years = await figures.listYears(act);
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    return { units, years, unitId: scope?.unitId ?? null };
  });
