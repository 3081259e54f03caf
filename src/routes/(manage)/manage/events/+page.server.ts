import { planYearOf } from '#lib/domain/shared/time.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { listEvents } from '#lib/server/events/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['heldOn'], defaultSort: '-heldOn' });
    const asked = Number(url.searchParams.get('year'));
    const planYear = asked >= 2000 && asked <= 2100 ? Math.floor(asked) : planYearOf(locals.act.now);
    const tag = (url.searchParams.get('tag') ?? '').slice(0, 20);
    const status = (url.searchParams.get('status') ?? '').slice(0, 20);
    const found = await listEvents(locals.act, { ...listing, planYear, tag, status });
    return { ...found, listing, planYear, tag, status, query: url.search };
  });
