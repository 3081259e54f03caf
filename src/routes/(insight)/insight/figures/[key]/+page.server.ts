import { asideKinds, isAsideKind } from '#lib/domain/figures/aside.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { parseFigure, parseInsight } from '#lib/forms/figures.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const units = await figures.listUnits(act);
    const years = await figures.listYears(act);
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    if (!scope) error(404, { message: '没有可以查看的单位。', id: '' });
    const { part, ...wish } = parseFigure(url);
    const asked = { ...scope, ...wish, key: params.key };
    const { page, pageSize } = parseListing(url, { sortable: [], defaultSort: '', pageSize: 30 });
    const figure = await figures.readFigure(act, asked);
    const { numerator, denominator } = figure.value;
    const counted = figure.definition.measure === 'rate' ? numerator : denominator;
    const aside = await figures.readAside(act, asked);
    const beside = isAsideKind(part) ? aside.find((one) => one.kind === part) : undefined;
    const shown = beside || !isAsideKind(part) ? part : 'counted';
    const window = { page, pageSize };
    const rows = isAsideKind(shown)
      ? figures.readAsideRows(act, { ...asked, kind: shown, ...window })
      : figures.readFigureRows(act, { ...asked, part: shown, ...window });
    return {
      scope,
      part: shown,
      aside: aside.map((one) => ({ ...one, name: asideKinds[one.kind] })),
      figure,
      lists: await figures.listLists(act, scope),
      rows: await rows,
      counted,
      rest: denominator - counted,
      page,
      pageSize,
      opensPeople: act.actor.kind === 'person' && act.actor.grants.some((one) => one.role === 'coordinator'),
    };
  });
