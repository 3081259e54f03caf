import { columnsForm, nothingForm } from '#lib/forms/imports.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ view: await units.viewTreeImport(locals.act, params.id) }));

export const actions: Actions = {
  columns: (event) =>
    answering(event, columnsForm, async (places) => {
      await units.chooseTreeColumns(event.locals.act, { id: event.params.id, places });
    }),
  confirm: (event) =>
    answering(event, nothingForm, async () => units.confirmTree(event.locals.act, event.params.id)),
  cancel: (event) =>
    answering(event, nothingForm, async () => units.cancelTree(event.locals.act, event.params.id)),
  retry: (event) =>
    answering(event, nothingForm, async () => units.retryTree(event.locals.act, event.params.id)),
};
