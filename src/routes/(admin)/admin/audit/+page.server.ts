import { listingHref } from '#lib/forms/listing.ts';
import { parseLogFilter } from '#lib/forms/inspection.ts';
import { readRetention, searchLog } from '#lib/server/inspection/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const filter = parseLogFilter(url);
    const before = (url.searchParams.get('before') ?? '').slice(0, 64);
    const { entries, next } = await searchLog(locals.act, { ...filter, before });
    return {
      ...{ entries, filter, isOlder: before !== '' },
      older: next === null ? null : listingHref(url.search, { before: next }),
      newest: listingHref(url.search, { before: null }),
      exportHref: `/admin/audit/export${listingHref(url.search, { before: null })}`,
      keptDays: (await readRetention(locals.act)).audit,
    };
  });
