import { draftForm, minutesForm, publishForm } from '#lib/forms/courses.ts';
import * as courses from '#lib/server/courses/index.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const desk = await loading(() => courses.deskOfLesson(locals.act, params.lessonId));
  if (desk.course.id !== params.id)
    leadOn(event, `/manage/courses/${desk.course.id}/lessons/${params.lessonId}`);
  return { desk };
};

export const actions: Actions = {
  save: (event) =>
    answering(event, draftForm, async ({ seenAt, minimumSeconds, credit, ...text }) => {
      const manuscript = { ...text, setMinimumSeconds: minimumSeconds, creditHundredths: credit };
      await courses.saveDraft(event.locals.act, { lessonId: event.params.lessonId, seenAt, manuscript });
      return { done: '草稿已保存。请在右侧提出学习分钟数，再由另一位同事确认。' };
    }),
  propose: (event) =>
    answering(event, minutesForm, async (input) => {
      await courses.proposeMinutes(event.locals.act, input);
      return { done: '学习分钟数已提出，请另一位培训管理员打开本页确认。' };
    }),
  confirm: (event) =>
    answering(event, minutesForm, async (input) => {
      await courses.confirmMinutes(event.locals.act, input);
      return { done: '学习分钟数已确认，可以发布了。' };
    }),
  publish: (event) =>
    answering(event, publishForm, async ({ versionId }) => {
      await courses.publish(event.locals.act, versionId);
      return { done: '已发布，学员现在就能学习这一版。' };
    }),
};
