import { shanghaiClock } from '#lib/domain/shared/time.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { listOutside } from '#lib/server/outside/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['doneAt'], defaultSort: '-doneAt' });
    const { imports, total } = await listOutside(locals.act, listing);
    const lines = imports.map((one) => ({ ...one, at: shanghaiClock(one.doneAt) }));
    return { imports: lines, total, listing, query: url.search };
  });
