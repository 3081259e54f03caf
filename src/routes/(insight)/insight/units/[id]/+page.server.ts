import { parseListing } from '#lib/forms/listing.ts';
import { parseInsight } from '#lib/forms/figures.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import * as completion from '#lib/server/completion/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const years = await figures.listYears(act);
    const units = [{ id: params.id }];
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    const asked = {
      unitId: params.id,
      planYear: scope?.planYear ?? planYearOf(act.now),
      group: scope?.group ?? 'all',
    } as const;
    const { q, page, pageSize } = parseListing(url, { sortable: [], defaultSort: '', pageSize: 30 });
    const behind = url.searchParams.get('behind') === '1';
    const overview = await figures.readOverview(act, asked);
    const list = await completion.listPeople(act, { ...asked, behind, name: q, page, pageSize });
    return { scope: asked, overview, behind, page, pageSize, ...list, readAt: act.now };
  });
