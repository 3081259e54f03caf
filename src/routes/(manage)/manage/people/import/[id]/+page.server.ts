import { columnsForm, nothingForm } from '#lib/forms/imports.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ view: await people.viewRoster(locals.act, params.id) }));

export const actions: Actions = {
  columns: (event) =>
    answering(event, columnsForm, async (places) => {
      await people.chooseRosterColumns(event.locals.act, { id: event.params.id, places });
    }),
  confirm: (event) =>
    answering(event, nothingForm, async () => people.confirmRoster(event.locals.act, event.params.id)),
  cancel: (event) =>
    answering(event, nothingForm, async () => people.cancelRoster(event.locals.act, event.params.id)),
};
