import { parseListing } from '#lib/forms/listing.ts';
import { listAway, listTransfers } from '#lib/server/movement/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: [], defaultSort: '' });
    const { q, page, pageSize } = listing;
    const named = url.searchParams.get('show');
    const show = named === 'done' || named === 'away' ? named : 'open';
    const isAway = show === 'away';
    const asked = { q, page, pageSize, isOpen: show === 'open' };
    return {
      ...{ show, listing, query: url.search },
      transfers: isAway ? null : await listTransfers(locals.act, asked),
      away: isAway ? await listAway(locals.act, { page, pageSize }) : null,
    };
  });
