import { parseInsight } from '#lib/forms/reports.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import * as completion from '#lib/server/completion/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, url }) =>
  loading(async () => {
    const units = await reports.listUnits(act);
    const years = await reports.listYears(act);
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    if (!scope) return { units, years, readAt: act.now, reading: null };
    const [counts, window, study] = [
      await completion.readUnit(act, scope),
      await completion.readWindow(act, scope),
      await reports.readFigure(act, { ...scope, key: 'thematicStudy', window: 'all' }),
    ];
    return { units, years, readAt: act.now, reading: { scope, counts, window, study: study.value } };
  });
