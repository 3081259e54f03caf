import { redirect } from '@sveltejs/kit';
import { questionForm } from '#lib/forms/bank.ts';
import * as bank from '#lib/server/bank/index.ts';
import { answering } from '#lib/server/platform/http.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: (event) =>
    answering(event, questionForm, async (texts) => {
      const { id } = await bank.saveQuestion(event.locals.act, { id: null, texts });
      redirect(303, `/manage/bank/${id}`);
    }),
};
