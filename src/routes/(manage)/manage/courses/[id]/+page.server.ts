import { redirect } from '@sveltejs/kit';
import { addLessonForm, renameCourseForm } from '#lib/forms/courses.ts';
import * as courses from '#lib/server/courses/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(() => courses.deskOfCourse(locals.act, params.id));

export const actions: Actions = {
  rename: (event) =>
    answering(event, renameCourseForm, async (input) => {
      await courses.renameCourse(event.locals.act, { courseId: event.params.id, ...input });
      return { done: '课程名称和简介已保存。' };
    }),
  addLesson: (event) =>
    answering(event, addLessonForm, async () => {
      const lessonId = await courses.addLesson(event.locals.act, event.params.id);
      redirect(303, `/manage/courses/${event.params.id}/lessons/${lessonId}`);
    }),
};
