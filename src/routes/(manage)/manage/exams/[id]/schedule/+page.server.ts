import { redirect } from '@sveltejs/kit';
import { cancelForm, extendForm, makeupForm } from '#lib/forms/exams.ts';
import * as exams from '#lib/server/exams/index.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(async () => {
    const { locals, params } = event;
    const exam = await exams.open(locals.act, params.id);
    if (exam.status !== 'published' || !exam.isOwn) leadOn(event, `/manage/exams/${params.id}`);
    return { exam, now: locals.act.now };
  });

export const actions: Actions = {
  makeup: (event) =>
    answering(event, makeupForm, async (makeup) => {
      await exams.arrangeMakeup(event.locals.act, { ...makeup, examId: event.params.id });
      return { done: '补考已安排，符合条件的人员可以看到。' };
    }),
  extend: (event) =>
    answering(event, extendForm, async (input) => {
      await exams.extendWindow(event.locals.act, { ...input, examId: event.params.id });
      return { done: '结束时间已延长，正在作答的人员同时顺延。' };
    }),
  cancel: (event) =>
    answering(event, cancelForm, async ({ reason }) => {
      await exams.cancel(event.locals.act, { examId: event.params.id, reason });
      redirect(303, `/manage/exams/${event.params.id}`);
    }),
};
