import { parseListing } from '#lib/forms/listing.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as statutes from '#lib/server/statutes/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['title'], defaultSort: 'title', pageSize: 50 });
    const { lines, total } = await statutes.listStatutes(locals.act, listing);
    return { listing, query: url.search, lines, total };
  });
