import { redirect } from '@sveltejs/kit';
import { keepForm, parseItem } from '#lib/forms/practice.ts';
import { pressForm } from '#lib/forms/study.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const asked = { runId: params.id, position: parseItem(url) };
  const mock = await loading(() => practice.viewMock(locals.act, asked));
  if (mock.isHandedIn) leadOn(event, `/practice/mock/${params.id}/result`);
  return { mock };
};

export const actions: Actions = {
  keep: (event) =>
    answering(event, keepForm, async ({ position, answer: letters, to }) => {
      const { act } = event.locals;
      const runId = event.params.id;
      await practice.keepAnswer(act, { runId, position, letters });
      if (to === 'stop') await practice.stopClock(act, runId);
      if (to === 'end') redirect(303, `/practice/mock/${runId}/result`);
      redirect(303, `/practice/mock/${runId}?item=${to === 'stop' ? position : to}`);
    }),
  resume: (event) =>
    answering(event, pressForm, async () => {
      const runId = event.params.id;
      await practice.resumeClock(event.locals.act, runId);
      const item = parseItem(event.url);
      redirect(303, `/practice/mock/${runId}${item === null ? '' : `?item=${item}`}`);
    }),
};
