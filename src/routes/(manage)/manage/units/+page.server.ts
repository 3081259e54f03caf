import { addUnitForm } from '#lib/forms/units.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ units: await units.listUnits(locals.act) }));

export const actions: Actions = {
  add: (event) =>
    answering(event, addUnitForm, async (input) => {
      await units.addUnit(event.locals.act, input);
      return { done: `已建立“${input.name}”。` };
    }),
};
