import { closingForm } from '#lib/forms/closing.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { closeSelection, viewSelection } from '#lib/server/selections/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ selection: await viewSelection(locals.act, params.id) }));

export const actions: Actions = {
  close: (event) =>
    answering(event, closingForm, async () => {
      await closeSelection(event.locals.act, event.params.id);
      return { done: '名单已停用；已经引用它的指派和考试不变。' };
    }),
};
