import { answerForm, handForm, pressForm } from '#lib/forms/feedback.ts';
import {
  answerFeedback,
  closeFeedback,
  handFeedback,
  takeFeedback,
  viewFeedback,
} from '#lib/server/feedback/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { pageName } from '#lib/ui/frame/help.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const feedback = await viewFeedback(locals.act, params.id);
    return { feedback, pageName: pageName(feedback.page) };
  });

export const actions: Actions = {
  take: (event) =>
    answering(event, pressForm, async () => {
      await takeFeedback(event.locals.act, event.params.id);
      return { done: '已由您办理，本人看得到。' };
    }),
  answer: (event) =>
    answering(event, answerForm, async ({ body }) => {
      await answerFeedback(event.locals.act, { id: event.params.id, body });
      return { done: '已答复，本人看得到。' };
    }),
  hand: (event) =>
    answering(event, handForm, async (input) => {
      const to = await handFeedback(event.locals.act, { id: event.params.id, ...input });
      return { done: `已转交 ${to} 办理，本人看得到。` };
    }),
  close: (event) =>
    answering(event, pressForm, async () => {
      await closeFeedback(event.locals.act, event.params.id);
      return { done: '已办结。' };
    }),
};
