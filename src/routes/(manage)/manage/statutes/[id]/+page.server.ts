import { effectiveDateForm } from '#lib/forms/statutes.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as statutes from '#lib/server/statutes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ statute: await statutes.readStatute(locals.act, params.id) }));

export const actions: Actions = {
  default: (event) =>
    answering(event, effectiveDateForm, async ({ effectiveOn }) => {
      await statutes.enterEffectiveDate(event.locals.act, { id: event.params.id, effectiveOn });
      return { done: `施行日期已记为 ${effectiveOn}。` };
    }),
};
