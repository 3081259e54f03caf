import { redirect } from '@sveltejs/kit';
import { staffClasses } from '#lib/domain/people/classes.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import { correctionForm, secondaryPostForm } from '#lib/forms/people.ts';
import { addSecondaryPost, correctPerson, viewPerson } from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, params }) =>
  loading(async () => {
    const person = await viewPerson(act, params.id);
    const units = await listUnits(act);
    return {
      person,
      today: shanghaiDay(act.now),
      units: units.map(({ id, path }) => ({ value: id, label: path.join(' / ') })),
      classes: Object.entries(staffClasses).map(([value, label]) => ({ value, label })),
    };
  });

export const actions: Actions = {
  correct: (event) =>
    answering(event, correctionForm, async ({ identity, mobile, ...input }) => {
      const personId = event.params.id;
      await correctPerson(event.locals.act, {
        ...{ ...input, personId },
        identity: identity === '' ? null : identity,
        mobile: mobile === '' ? null : mobile,
      });
      redirect(303, `/manage/people/${personId}`);
    }),
  secondary: (event) =>
    answering(event, secondaryPostForm, async ({ title, ...input }) => {
      const personId = event.params.id;
      await addSecondaryPost(event.locals.act, { ...input, personId, title: title === '' ? null : title });
      redirect(303, `/manage/people/${personId}`);
    }),
};
