import { unitChoices } from '#lib/domain/units/choices.ts';
import { redirect } from '@sveltejs/kit';
import { staffClasses } from '#lib/domain/people/classes.ts';
import { levels } from '#lib/domain/people/codes.ts';
import { moveForm } from '#lib/forms/movement.ts';
import { deskOfMove, movePost } from '#lib/server/movement/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

const optionsOf = (table: Record<string, string>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const { units, ...desk } = await deskOfMove(locals.act, params.id);
    return {
      desk,
      personId: params.id,
      units: unitChoices(units),
      levels: [{ value: '', label: '未填' }, ...optionsOf(levels)],
      classes: optionsOf(staffClasses),
    };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, moveForm, async ({ workUnitId, title, ...input }) => {
      const personId = event.params.id;
      await movePost(event.locals.act, {
        ...input,
        personId,
        workUnitId: workUnitId === '' ? null : workUnitId,
        title: title === '' ? null : title,
      });
      redirect(303, `/manage/people/${personId}`);
    }),
};
