import { parseListing } from '#lib/forms/listing.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { listEvents } from '#lib/server/events/index.ts';
import { listBehind } from '#lib/server/hours/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['unit'], defaultSort: 'unit' });
    const planYear = planYearOf(locals.act.now);
    const waiting = { planYear, q: '', tag: '', status: 'registered', direction: 'asc' } as const;
    return {
      planYear,
      listing,
      query: url.search,
      ...(await listBehind(locals.act, listing)),
      waiting: (await listEvents(locals.act, { ...waiting, page: 1, pageSize: 10 })).events,
    };
  });
