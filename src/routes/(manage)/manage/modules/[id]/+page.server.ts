import { moduleOrderForm, moduleTextForm } from '#lib/forms/modules.ts';
import { closingForm } from '#lib/forms/closing.ts';
import { closeModule, deskOfModule, editModule, moveCourse } from '#lib/server/courses/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ module: await deskOfModule(locals.act, params.id) }));

export const actions: Actions = {
  save: (event) =>
    answering(event, moduleTextForm, async (input) => {
      await editModule(event.locals.act, { ...input, moduleId: event.params.id });
      return { done: '模块已保存；以前的指派和计划仍按当时的课程。' };
    }),
  move: (event) =>
    answering(event, moduleOrderForm, async (input) => {
      await moveCourse(event.locals.act, { ...input, moduleId: event.params.id });
      return { done: '顺序已保存。' };
    }),
  close: (event) =>
    answering(event, closingForm, async () => {
      await closeModule(event.locals.act, event.params.id);
      return { done: '模块已停用；以前的指派和计划不变。' };
    }),
};
