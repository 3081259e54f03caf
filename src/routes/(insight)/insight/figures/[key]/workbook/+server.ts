import { parseFigure, parseInsight } from '#lib/forms/figures.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A figure with its rows as a workbook. A form posts here, since taking it out is written into the audit log. */
export const POST: RequestHandler = async ({ locals: { act }, params, url }) => {
  const { fileName, bytes } = await loading(async () => {
    const [units, years] = [await figures.listUnits(act), await figures.listYears(act)];
    const scope = parseInsight(url, { units, years, thisYear: planYearOf(act.now) });
    if (!scope) error(404, { message: '没有可以查看的单位。', id: '' });
    return figures.exportFigure(act, { ...scope, ...parseFigure(url), key: params.key });
  });
  return downloading({ name: fileName, bytes });
};
