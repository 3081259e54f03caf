import { parseListing } from '#lib/forms/listing.ts';
import { countRequests } from '#lib/server/certificates/index.ts';
import { listWaitingEvents } from '#lib/server/events/index.ts';
import { listWaiting } from '#lib/server/exemptions/index.ts';
import { countWaitingFeedback } from '#lib/server/feedback/index.ts';
import { countWaitingClaims } from '#lib/server/hours/index.ts';
import { countOverdueAway, waitingTransfers } from '#lib/server/movement/index.ts';
import { listBehind, listWaitingWaivers } from '#lib/server/plans/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { behindFilter } from './behind.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['unit'], defaultSort: 'unit' });
    const filter = behindFilter(url);
    const { q, page, pageSize } = listing;
    return {
      ...filter,
      listing,
      query: url.search,
      behind: await listBehind(locals.act, { ...filter, q, page, pageSize }),
      waiting: {
        events: await listWaitingEvents(locals.act),
        claims: await countWaitingClaims(locals.act),
        waivers: await listWaitingWaivers(locals.act),
        exams: await listWaiting(locals.act),
        transfers: await waitingTransfers(locals.act),
        certificates: await countRequests(locals.act),
        feedback: await countWaitingFeedback(locals.act),
        overdue: await countOverdueAway(locals.act),
      },
    };
  });
