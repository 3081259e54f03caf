import { confirmForm } from '#lib/forms/exams.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

const SORTABLE = ['name', 'unit', 'state', 'best'] as const;

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: SORTABLE, defaultSort: 'name' });
    const candidates = await exams.candidates(locals.act, {
      examId: params.id,
      search: listing.q,
      sort: SORTABLE.find((key) => key === listing.sort) ?? 'name',
      descending: listing.direction === 'desc',
      offset: (listing.page - 1) * listing.pageSize,
      limit: listing.pageSize,
    });
    const exam = await exams.open(locals.act, params.id);
    return { exam, candidates, listing, query: url.search, now: locals.act.now };
  });

export const actions: Actions = {
  publish: (event) =>
    answering(event, confirmForm, async () => {
      const due = await exams.publish(event.locals.act, event.params.id);
      return { done: `已发布，应考 ${due} 人。` };
    }),
};
