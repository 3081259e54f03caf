import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['opens'], defaultSort: '-opens' });
    const { actor } = locals.act;
    /** A marker alone corrects keys; he arranges nothing. */
    const arranges = actor.kind === 'person' && actor.grants.some((one) => one.role === 'coordinator');
    return {
      arranges,
      ...(await exams.list(locals.act, listing)),
      listing,
      query: url.search,
      now: locals.act.now,
    };
  });
