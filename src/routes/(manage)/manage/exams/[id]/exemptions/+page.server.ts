import { verdictForm } from '#lib/forms/exemptions.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as exemptions from '#lib/server/exemptions/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['asked'], defaultSort: '-asked' });
    const { page, pageSize } = listing;
    const found = await exemptions.list(locals.act, { examId: params.id, page, pageSize });
    return { ...found, examId: params.id, listing, query: url.search };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, verdictForm, async (verdict) => {
      await exemptions.decide(event.locals.act, verdict);
      return { done: verdict.verdict === 'approved' ? '已批准。' : '已退回，不予批准。' };
    }),
};
