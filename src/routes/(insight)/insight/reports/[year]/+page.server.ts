import { error } from '@sveltejs/kit';
import { FIGURE_PARTS, isFigurePart, printPart } from '#lib/domain/reports/parts.ts';
import { parseInsight, parseYear } from '#lib/forms/reports.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { PageServerLoad } from './$types';

/** So many rows stand in the evidence panel; the figure's own page has all. */
const FEW = 5;

type Act = App.Locals['act'];

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const planYear = parseYear(params.year);
    const units = await reports.listUnits(act);
    if (planYear === null) error(404, { message: '没有这个年度的报告。', id: '' });
    const scope = parseInsight(url, { units, years: [planYear], thisYear: planYear });
    if (!scope) error(404, { message: '没有可以撰写报告的单位。', id: '' });
    const report = await reports.readReport(act, { unitId: scope.unitId, planYear });
    return { report, units, evidence: await evidenceOf(act, url, { unitId: scope.unitId, planYear }) };
  });

/** Definition, value and first rows of the number that was pressed; null when none was. */
async function evidenceOf(act: Act, url: URL, asked: reports.ReportQuestion) {
  const key = url.searchParams.get('figure');
  if (!key) return null;
  const pressed = url.searchParams.get('part') ?? '';
  const part = isFigurePart(pressed) ? pressed : FIGURE_PARTS[0];
  const group = url.searchParams.get('group') === 'leadership' ? ('leadership' as const) : ('all' as const);
  const question = { ...asked, key, group, window: 'all' as const };
  const figure = await reports.readFigure(act, question);
  const rowsPart =
    part === 'rest' ? ('rest' as const) : part === 'denominator' ? ('all' as const) : ('counted' as const);
  const rows = await reports.readFigureRows(act, { ...question, part: rowsPart, page: 1, pageSize: FEW });
  return { figure, part, group, text: printPart(figure.value, part), rows, rowsPart };
}
