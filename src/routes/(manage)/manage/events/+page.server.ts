import { hostChoices, listEvents } from '#lib/server/events/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { eventsFilter } from './eventsFilter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const filter = eventsFilter(url, locals.act.now);
    const { planYear, tag, status, hostId } = filter;
    const found = await listEvents(locals.act, filter);
    const hosts = await hostChoices(locals.act, planYear);
    return { ...found, listing: filter, planYear, tag, status, hostId, hosts, query: url.search };
  });
