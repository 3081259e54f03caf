import { redirect } from '@sveltejs/kit';
import { answersForm } from '#lib/forms/study.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import * as study from '#lib/server/study/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const attemptId = url.searchParams.get('attempt');
  if (!attemptId) leadOn(event, `/lessons/${encodeURIComponent(params.id)}`);
  const sheet = await loading(() => study.checkSheet(locals.act, attemptId));
  if (sheet.lessonId !== params.id) leadOn(event, `/lessons/${sheet.lessonId}/check?attempt=${attemptId}`);
  const reading = await loading(() => study.readLesson(locals.act, params.id));
  return { sheet, outcome: reading.kind === 'open' ? reading.outcome : null, course: reading.course };
};

export const actions: Actions = {
  default: (event) =>
    answering(event, answersForm, async (input) => {
      await study.answerCheck(event.locals.act, input);
      redirect(303, `/lessons/${event.params.id}/check?attempt=${input.attemptId}`);
    }),
};
