import { columnsForm, nothingForm } from '#lib/forms/imports.ts';
import { takenForm } from '#lib/forms/outside.ts';
import * as outside from '#lib/server/outside/index.ts';
import { answering, leadOn, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const view = await loading(() => outside.followResults(event.locals.act, id));
  if (view.state === 'done' && !view.isStuck) leadOn(event, `/manage/outside/${id}`);
  return { view };
};

export const actions: Actions = {
  columns: (event) =>
    answering(event, columnsForm, async (places) => {
      await outside.chooseResultColumns(event.locals.act, { id: event.params.id, places });
    }),
  confirm: (event) =>
    answering(event, takenForm, async ({ taken }) =>
      outside.confirmResults(event.locals.act, { id: event.params.id, taken }),
    ),
  cancel: (event) =>
    answering(event, nothingForm, async () => outside.cancelResults(event.locals.act, event.params.id)),
  retry: (event) =>
    answering(event, nothingForm, async () => outside.retryResults(event.locals.act, event.params.id)),
};
