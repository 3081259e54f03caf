import { redirect } from '@sveltejs/kit';
import { placeForm, pressForm } from '#lib/forms/study.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as study from '#lib/server/study/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** Reads only; the lesson is opened by the action. */
export const load: PageServerLoad = async ({ locals, params }) => ({
  reading: await loading(() => study.readLesson(locals.act, params.id)),
});

export const actions: Actions = {
  /** Opens the lesson or reads it on, and shows it at the place. */
  open: async ({ locals, params }) => {
    await loading(() => study.openLesson(locals.act, params.id));
    redirect(303, `/lessons/${params.id}`);
  },
  /** The reading place of a page without script. */
  place: (event) =>
    answering(event, placeForm, async (input) => {
      const { paragraph } = await study.savePlace(event.locals.act, input);
      redirect(303, `/lessons/${event.params.id}#p${paragraph}`);
    }),
  check: (event) =>
    answering(event, pressForm, async () => {
      const { openingId } = await study.openLesson(event.locals.act, event.params.id);
      const attemptId = await study.startCheck(event.locals.act, openingId);
      redirect(303, `/lessons/${event.params.id}/check?attempt=${attemptId}`);
    }),
  testOut: (event) =>
    answering(event, pressForm, async () => {
      const attemptId = await study.startTestOut(event.locals.act, event.params.id);
      redirect(303, `/lessons/${event.params.id}/check?attempt=${attemptId}`);
    }),
};
