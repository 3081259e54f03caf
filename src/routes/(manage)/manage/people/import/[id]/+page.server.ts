import { columnsForm, nothingForm } from '#lib/forms/imports.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ view: await rosters.viewRoster(locals.act, params.id) }));

export const actions: Actions = {
  columns: (event) =>
    answering(event, columnsForm, async (places) => {
      await rosters.chooseRosterColumns(event.locals.act, { id: event.params.id, places });
    }),
  confirm: (event) =>
    answering(event, nothingForm, async () => rosters.confirmRoster(event.locals.act, event.params.id)),
  cancel: (event) =>
    answering(event, nothingForm, async () => rosters.cancelRoster(event.locals.act, event.params.id)),
  retry: (event) =>
    answering(event, nothingForm, async () => rosters.retryRoster(event.locals.act, event.params.id)),
};
