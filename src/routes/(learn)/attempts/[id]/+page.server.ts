import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { answerForm } from '#lib/forms/answers.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

const STALE = '这道题在别处已有更新的答案，这次没有保存。下面是已保存的答案，请核对后再保存。';

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const room = await loading(() => exams.room(locals.act, params.id));
  if (room.status !== 'open' || room.remainingSeconds === 0)
    leadOn(event, `/attempts/${params.id}/submission`);
  const asked = Number(url.searchParams.get('item') ?? '1');
  const here = Number.isInteger(asked) && asked >= 1 && asked <= room.items.length ? asked : 1;
  return { room, here };
};

export const actions: Actions = {
  save: (event) =>
    answering(event, answerForm, async ({ next, writer, ...answer }) => {
      const attemptId = event.params.id;
      const reply = await exams.saveAnswers(event.locals.act, { attemptId, writer, answers: [answer] });
      if (reply.answers[0]?.outcome === 'stale') throw new DomainError('conflict', STALE);
      redirect(303, `/attempts/${attemptId}?item=${next}`);
    }),
};
