import { parseInsight, parsePastDay } from '#lib/forms/figures.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import * as completion from '#lib/server/completion/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, url }) =>
  loading(async () => {
    const units = await figures.listUnits(act);
    const years = await figures.listYears(act);
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    if (!scope) return { units, years, readAt: act.now, reading: null };
    const asOf = parsePastDay(url);
    const asked = { ...scope, ...(asOf ? { asOf } : {}) };
    const overview = await figures.readOverview(act, asked);
    const window = overview.past === null ? await completion.readWindow(act, scope) : null;
    const study = await figures.readFigure(act, { ...asked, key: 'studyEvents', window: 'all' });
    const registers =
      act.actor.kind === 'person' && act.actor.grants.some((one) => one.role === 'coordinator');
    return {
      units,
      years,
      readAt: act.now,
      reading: { scope, overview, window, study: study.value.numerator, registers },
    };
  });
