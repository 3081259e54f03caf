import { askedYear } from '#lib/forms/planYear.ts';
import { redirect } from '@sveltejs/kit';
import { isCertificateKind } from '#lib/domain/certificates/kinds.ts';
import { planYearOf } from '#lib/domain/shared/time.ts';
import { batchForm, markForm } from '#lib/forms/certificates.ts';
import {
  issueBatch,
  listIssuers,
  listRuns,
  previewBatch,
  settleMark,
  unitsToIssueFor,
} from '#lib/server/certificates/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const units = await unitsToIssueFor(locals.act);
    const thisYear = planYearOf(locals.act.now);
    const unitId = url.searchParams.get('unit') ?? '';
    const kind = url.searchParams.get('kind') ?? '';
    const isAsked = units.some((unit) => unit.id === unitId) && isCertificateKind(kind);
    const planYear = Math.min(askedYear(url, thisYear), thisYear);
    const batch = { unitId, kind: isCertificateKind(kind) ? kind : ('study' as const), planYear };
    return {
      units: units.map(({ id, name, depth, path }) => ({ id, name, depth, path })),
      thisYear,
      batch,
      preview: isAsked ? await previewBatch(locals.act, batch) : null,
      runs: await listRuns(locals.act),
      issuers: await listIssuers(locals.act),
    };
  });

export const actions: Actions = {
  settle: (event) =>
    answering(event, markForm, async (input) => {
      await settleMark(event.locals.act, input);
      return { done: '已保存，此后打印的证明照此落款。' };
    }),
  issue: async (event) => {
    const done = await answering(event, batchForm, (batch) => issueBatch(event.locals.act, batch));
    if ('runId' in done) redirect(303, '/manage/certificates/batch');
    return done;
  },
};
