import { parseListing } from '#lib/forms/listing.ts';
import { listAccounts, type AccountState } from '#lib/server/access/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

const states: readonly AccountState[] = ['all', 'active', 'invited', 'closed', 'none'];

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['name'], defaultSort: 'name' });
    const asked = url.searchParams.get('state');
    const state = states.find((one) => one === asked) ?? 'all';
    const { q, page, pageSize } = listing;
    const found = await listAccounts(locals.act, { q, page, pageSize, state });
    return { ...found, listing, state, query: url.search };
  });
