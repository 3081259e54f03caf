import { redirect } from '@sveltejs/kit';
import { parseTags } from '#lib/domain/events/tags.ts';
import { eventForm } from '#lib/forms/events.ts';
import { register } from '#lib/server/events/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const units = await listUnits(locals.act);
    return { units: units.map(({ id, path }) => ({ value: id, label: path.join(' / ') })) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, eventForm, async ({ otherForms, otherTopics, laws, ...input }) => {
      const { id } = await register(event.locals.act, {
        ...input,
        forms: [...input.forms, ...parseTags(otherForms)],
        topics: [...input.topics, ...parseTags(otherTopics)],
        laws: laws.split(/[\n;；]/u),
      });
      redirect(303, `/manage/events/${id}`);
    }),
};
