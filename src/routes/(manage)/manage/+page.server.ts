import { planYearOf } from '#lib/domain/shared/time.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { listEvents } from '#lib/server/events/index.ts';
import { listBehind, listWaivers } from '#lib/server/plans/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { behindFilter } from './behind.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['unit'], defaultSort: 'unit' });
    const planYear = planYearOf(locals.act.now);
    const filter = behindFilter(url);
    const waiting = { planYear, q: '', tag: '', status: 'registered', direction: 'asc' } as const;
    const waivers = { planYear, q: '', personId: '', page: 1, pageSize: 20 };
    const { q, page, pageSize } = listing;
    return {
      ...filter,
      listing,
      query: url.search,
      behind: await listBehind(locals.act, { ...filter, q, page, pageSize }),
      waiting: (await listEvents(locals.act, { ...waiting, page: 1, pageSize: 10 })).events,
      waivers: (await listWaivers(locals.act, waivers)).waivers.filter((one) => one.status === 'asked'),
    };
  });
