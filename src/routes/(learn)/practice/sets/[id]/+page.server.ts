import { redirect } from '@sveltejs/kit';
import { answerForm, parseItem, rateForm } from '#lib/forms/practice.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => ({
    set: await practice.viewSet(locals.act, { runId: params.id, position: parseItem(url) }),
  }));

export const actions: Actions = {
  answer: (event) =>
    answering(event, answerForm, async ({ position, answer: letters }) => {
      const runId = event.params.id;
      await practice.answerItem(event.locals.act, { runId, position, letters });
      redirect(303, `/practice/sets/${runId}?item=${position}`);
    }),
  rate: (event) =>
    answering(event, rateForm, async ({ position, wish }) => {
      const runId = event.params.id;
      await practice.rateAnswer(event.locals.act, { runId, position, wish });
      redirect(303, `/practice/sets/${runId}`);
    }),
};
