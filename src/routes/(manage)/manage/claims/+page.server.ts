import { listClaims } from '#lib/server/hours/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { claimsFilter } from './claimsFilter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const filter = claimsFilter(url);
    return { ...(await listClaims(locals.act, filter)), filter, query: url.search };
  });
