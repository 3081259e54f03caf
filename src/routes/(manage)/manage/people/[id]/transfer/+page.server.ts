import { redirect } from '@sveltejs/kit';
import { evidenceIn, transferForm } from '#lib/forms/movement.ts';
import { deskOfTransfer, proposeTransfer } from '#lib/server/movement/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { unitChoices } from '#lib/domain/units/choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => {
    const { units, ...desk } = await deskOfTransfer(locals.act, params.id);
    const others = units.filter((unit) => unit.id !== desk.post.homeUnitId);
    const home = units.find((unit) => unit.id === desk.post.homeUnitId);
    return { desk, personId: params.id, homeName: home?.name ?? '', units: unitChoices(others) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, transferForm, async ({ file, ...input }) => {
      const wish = { ...input, personId: event.params.id, file: await evidenceIn(file) };
      const { id } = await proposeTransfer(event.locals.act, wish);
      redirect(303, `/manage/people/transfers/${id}`);
    }),
};
