import { error } from '@sveltejs/kit';
import { parsePlanYear } from '#lib/forms/planYear.ts';
import { downloading, formOf, loading } from '#lib/server/platform/http.ts';
import * as reports from '#lib/server/reports/index.ts';
import type { RequestHandler } from './$types';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The draft, or one of its freezes, as a Word file. A form posts here, since taking a paper out is written into the audit log. */
export const POST: RequestHandler = async ({ locals: { act }, params, request }) => {
  const planYear = parsePlanYear(params.year);
  if (planYear === null) error(404, { message: '没有这个年度的报告。', id: '' });
  const form = await loading(() => formOf(request));
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const freezeId = text('freeze');
  const { fileName, bytes } = await loading(async () =>
    reports.exportReport(act, { unitId: text('unit'), planYear, ...(freezeId ? { freezeId } : {}) }),
  );
  return downloading({ name: fileName, bytes }, WORD);
};
