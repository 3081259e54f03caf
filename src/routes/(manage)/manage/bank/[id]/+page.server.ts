import { questionStateForm } from '#lib/forms/bank.ts';
import * as bank from '#lib/server/bank/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(() => bank.openQuestion(locals.act, params.id));

export const actions: Actions = {
  default: (event) =>
    answering(event, questionStateForm, async ({ state }) => {
      await bank.setQuestionState(event.locals.act, { id: event.params.id, state });
      return { done: state === 'published' ? '已发布，可以抽到新试卷里。' : '已停用，不再抽到新试卷里。' };
    }),
};
