import { redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/forms/answers.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const room = await loading(() => exams.room(locals.act, params.id));
  if (room.status !== 'open' || room.remainingSeconds === 0)
    redirect(303, `/attempts/${params.id}/submission`);
  const asked = Number(url.searchParams.get('item') ?? '1');
  const here = Number.isInteger(asked) && asked >= 1 && asked <= room.items.length ? asked : 1;
  return { room, here };
};

export const actions: Actions = {
  save: (event) =>
    answering(event, answerForm, async ({ next, writer, ...answer }) => {
      const attemptId = event.params.id;
      await exams.saveAnswers(event.locals.act, { attemptId, writer, answers: [answer] });
      redirect(303, `/attempts/${attemptId}?item=${next}`);
    }),
};
