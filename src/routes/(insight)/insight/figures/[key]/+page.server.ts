import { printPart } from '#lib/domain/reports/parts.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { parseInsight } from '#lib/forms/reports.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as reports from '#lib/server/reports/index.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const units = await reports.listUnits(act);
    const years = await reports.listYears(act);
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    if (!scope) error(404, { message: '没有可以查看的单位。', id: '' });
    const asked = {
      ...scope,
      key: params.key,
      window: url.searchParams.get('window') === 'main' ? ('main' as const) : ('all' as const),
    };
    const part = url.searchParams.get('part') === 'rest' ? ('rest' as const) : ('counted' as const);
    const { page, pageSize } = parseListing(url, { sortable: [], defaultSort: '', pageSize: 30 });
    const figure = await reports.readFigure(act, asked);
    const { numerator, denominator } = figure.value;
    return {
      scope,
      window: asked.window,
      part,
      figure,
      text: printPart(figure.value, figure.definition.measure === 'rate' ? 'rate' : 'numerator'),
      ofDue: printPart(figure.value, 'ofDue'),
      rows: await reports.readFigureRows(act, { ...asked, part, page, pageSize }),
      total: part === 'counted' ? numerator : denominator - numerator,
      page,
      pageSize,
    };
  });
