import { askedYear } from '#lib/forms/planYear.ts';
import { weeksOf, windowOf } from '#lib/domain/events/calendar.ts';
import { planYearOf, shanghaiDay } from '#lib/domain/shared/time.ts';
import { hostChoices, listEvents } from '#lib/server/events/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

/** More events than these of one quarter are found by the list, not by a calendar. */
const MOST = 500;

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const { act } = locals;
    const planYear = askedYear(url, planYearOf(act.now));
    const period = windowOf(planYear, url.searchParams.get('period') ?? '', shanghaiDay(act.now));
    const tag = (url.searchParams.get('tag') ?? '').slice(0, 20);
    const hostId = (url.searchParams.get('host') ?? '').slice(0, 64);
    const window = { from: period.from, to: period.to };
    const found = await listEvents(act, {
      ...{ planYear, q: '', tag, status: '', window, hostId },
      ...{ direction: 'asc', page: 1, pageSize: MOST },
    });
    const isMonth = !period.key.startsWith('Q');
    const view = url.searchParams.get('view') === 'grid' && isMonth ? 'grid' : 'list';
    const weeks = weeksOf(period);
    return { ...found, period, isMonth, view, weeks, tag, hostId, hosts: await hostChoices(act, planYear) };
  });
