import { redirect } from '@sveltejs/kit';
import { textsOf } from '#lib/domain/bank/sheet/write.ts';
import { questionForm } from '#lib/forms/bank.ts';
import * as bank from '#lib/server/bank/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const { question, version } = await bank.openQuestion(locals.act, params.id);
    return { id: params.id, code: question.code, version, texts: textsOf(question) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, questionForm, async (texts) => {
      const { id } = await bank.saveQuestion(event.locals.act, { id: event.params.id, texts });
      redirect(303, `/manage/bank/${id}`);
    }),
};
