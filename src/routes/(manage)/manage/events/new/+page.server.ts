import { redirect } from '@sveltejs/kit';
import { eventForm } from '#lib/forms/events.ts';
import { proposeEvent, register } from '#lib/server/events/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import { eventChoices } from '../choices.ts';
import { wantedFrom } from '../wanted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const seriesId = (url.searchParams.get('series') ?? '').slice(0, 64);
    const period = Math.floor(Number(url.searchParams.get('period') ?? '0')) || 0;
    const proposal = await proposeEvent(locals.act, { seriesId, period });
    const begun = { ...proposal, minutes: String(proposal.minutes), seriesId };
    return { ...(await eventChoices(locals.act, begun.hostIds)), begun };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, eventForm, async (input) => {
      const { id } = await register(event.locals.act, wantedFrom(input, await listUnits(event.locals.act)));
      redirect(303, `/manage/events/${id}`);
    }),
};
