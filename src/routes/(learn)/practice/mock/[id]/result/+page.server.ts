import { redirect } from '@sveltejs/kit';
import { pressForm } from '#lib/forms/study.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const result = await practice.mockResult(locals.act, params.id);
    if (result) return { result, mock: null };
    return { result, mock: await practice.viewMock(locals.act, { runId: params.id, position: null }) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, pressForm, async () => {
      await practice.handIn(event.locals.act, event.params.id);
      redirect(303, `/practice/mock/${event.params.id}/result`);
    }),
};
