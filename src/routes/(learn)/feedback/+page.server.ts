import { aboutFrom, aboutText } from '#lib/domain/feedback/about.ts';
import { isFeedbackKind, pageOf } from '#lib/domain/feedback/kinds.ts';
import { feedbackForm, insistForm, noteForm } from '#lib/forms/feedback.ts';
import {
  insistOnFeedback,
  myFeedback,
  noteAnswer,
  readAbout,
  sendFeedback,
} from '#lib/server/feedback/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { pageName } from '#lib/ui/frame/help.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    const [page, about] = [pageOf(asked('from')), aboutFrom(asked('about'))];
    const stem = await readAbout(locals.act, about);
    return {
      own: await myFeedback(locals.act),
      page,
      pageName: pageName(page),
      kind: isFeedbackKind(asked('kind')) ? asked('kind') : 'suggestion',
      error: /^[\w-]{1,64}$/.test(asked('error')) ? asked('error') : '',
      about: about && stem !== null ? { text: aboutText(about), stem } : null,
    };
  });

export const actions: Actions = {
  send: (event) =>
    answering(event, feedbackForm, async ({ file, ...input }) => {
      const sent = file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null;
      await sendFeedback(event.locals.act, { ...input, file: sent });
      return { done: '已收到，谢谢。办理情况和答复会出现在本页下方。' };
    }),
  note: (event) =>
    answering(event, noteForm, async ({ id }) => {
      await noteAnswer(event.locals.act, id);
      return { done: '' };
    }),
  insist: (event) =>
    answering(event, insistForm, async (input) => {
      await insistOnFeedback(event.locals.act, input);
      return { done: '已转回办理，请等待答复。' };
    }),
};
