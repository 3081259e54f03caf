import { redirect } from '@sveltejs/kit';
import { arrivalForm } from '#lib/forms/movement.ts';
import { admit, deskOfArrival, findFormer } from '#lib/server/movement/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { unitChoices } from '#lib/domain/units/choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const { units, ...desk } = await deskOfArrival(locals.act);
    return { ...desk, units: unitChoices(units) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, arrivalForm, async ({ confirmed, ...input }) => {
      const former = await findFormer(event.locals.act, input);
      if (former && confirmed !== 'yes') {
        const { title, levelCode, identity, mobile, ...typed } = input;
        const texts = { title: title ?? '', levelCode: levelCode ?? '', identity: identity ?? '' };
        return { former, values: { ...typed, ...texts, mobile: mobile ?? '', 'classes[]': input.classes } };
      }
      const { personId } = await admit(event.locals.act, input);
      redirect(303, `/manage/people/${personId}`);
    }),
};
