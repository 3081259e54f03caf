import { redirect } from '@sveltejs/kit';
import { startForm } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  exams: await loading(() => exams.mine(locals.act)),
});

export const actions: Actions = {
  start: (event) =>
    answering(event, startForm, async (input) => {
      const attemptId = await exams.start(event.locals.act, input);
      redirect(303, `/attempts/${attemptId}`);
    }),
};
