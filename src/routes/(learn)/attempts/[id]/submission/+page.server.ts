import { redirect } from '@sveltejs/kit';
import { confirmForm } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  submission: await loading(() => exams.submission(locals.act, params.id)),
});

export const actions: Actions = {
  default: (event) =>
    answering(event, confirmForm, async () => {
      await exams.submit(event.locals.act, event.params.id);
      redirect(303, `/attempts/${event.params.id}/submission`);
    }),
};
