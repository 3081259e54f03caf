import { error, redirect } from '@sveltejs/kit';
import { figureTable } from '#lib/domain/reports/annex.ts';
import { confirmationOf } from '#lib/domain/reports/freeze.ts';
import { signForm, trueUpForm } from '#lib/forms/reportEditing.ts';
import { parseInsight } from '#lib/forms/figures.ts';
import { parsePlanYear } from '#lib/forms/planYear.ts';
import { pressForm } from '#lib/forms/study.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as figures from '#lib/server/figures/index.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
  loading(async () => {
    const planYear = parsePlanYear(params.year);
    const units = await figures.listUnits(act);
    const scope =
      planYear === null ? null : parseInsight(url, { units, years: [planYear], thisYear: planYear });
    if (!scope) error(404, { message: '没有这个年度的报告。', id: '' });
    const asked = { unitId: scope.unitId, planYear: scope.planYear };
    const { values, hidden, sections, ...report } = await reports.readReport(act, asked);
    const freezes = await reports.listFreezes(act, asked);
    const named = [...values].map(([name, value]) => ({ ...value, name }));
    const pieces = sections.flatMap((one) => one.sentences.flatMap((sentence) => sentence.pieces));
    const last = freezes[0];
    return {
      ...{ report, freezes, confirmation: confirmationOf(scope.planYear) },
      moved: pieces.filter((piece) => piece.kind === 'bound' && piece.was !== null).length,
      typed: pieces.filter((piece) => piece.kind === 'typed').length,
      table: figureTable(named, { planYear: scope.planYear, at: act.now, hidden }),
      differences: last ? (await reports.readFreeze(act, last.id)).differences : [],
    };
  });

function askedBy({ params, url }: RequestEvent): reports.ReportQuestion {
  return { unitId: url.searchParams.get('unit') ?? '', planYear: parsePlanYear(params.year) ?? 0 };
}

function opened({ params }: RequestEvent, { id }: { id: string }): never {
  redirect(303, `/insight/reports/${params.year}/freezes/${id}`);
}

export const actions: Actions = {
  draft: (event) =>
    answering(event, pressForm, async () =>
      opened(event, await reports.sealDraft(event.locals.act, askedBy(event))),
    ),
  sign: (event) =>
    answering(event, signForm, async (input) =>
      opened(event, await reports.signReport(event.locals.act, { ...askedBy(event), ...input })),
    ),
  trueUp: (event) =>
    answering(event, trueUpForm, async (input) =>
      opened(event, await reports.trueUpReport(event.locals.act, { ...askedBy(event), ...input })),
    ),
};
