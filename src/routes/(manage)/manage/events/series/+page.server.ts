import { askedYear } from '#lib/forms/planYear.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { closeSeriesForm, seriesForm } from '#lib/forms/events.ts';
import { closeSeries, createSeries, listSeries } from '#lib/server/events/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const planYear = askedYear(url, planYearOf(locals.act.now));
    const units = (await listUnits(locals.act)).map(({ id, path }) => ({
      value: id,
      label: path.join(' / '),
    }));
    return { planYear, units, series: await listSeries(locals.act, planYear) };
  });

export const actions: Actions = {
  create: (event) =>
    answering(event, seriesForm, async (input) => {
      await createSeries(event.locals.act, input);
      return { done: '系列已设立，登记活动时选上它。' };
    }),
  close: (event) =>
    answering(event, closeSeriesForm, async ({ seriesId }) => {
      await closeSeries(event.locals.act, seriesId);
      return { done: '系列已结束，已登记的活动不受影响。' };
    }),
};
