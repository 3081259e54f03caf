import { figureTable } from '#lib/domain/reports/annex.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params }) =>
  loading(async () => {
    const freeze = await reports.readFreeze(act, params.id);
    const { planYear, madeAt, values, body } = freeze;
    const hidden = new Set(body.hidden);
    return { freeze, table: figureTable(values, { planYear, at: madeAt, hidden }) };
  });
