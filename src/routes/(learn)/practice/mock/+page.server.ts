import { redirect } from '@sveltejs/kit';
import { beginMockForm } from '#lib/forms/practice.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ desk: await practice.mockDesk(locals.act) }));

export const actions: Actions = {
  begin: (event) =>
    answering(event, beginMockForm, async ({ exam: examId }) => {
      redirect(303, `/practice/mock/${await practice.beginMock(event.locals.act, { examId })}`);
    }),
};
