import { redirect } from '@sveltejs/kit';
import { parseListing } from '#lib/forms/listing.ts';
import { blueprintForm } from '#lib/forms/papers.ts';
import * as papers from '#lib/server/papers/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['changed'], defaultSort: '-changed' });
    const { rows, total } = await papers.list(locals.act, listing);
    return { rows, total, listing, query: url.search, units: await units.listUnits(locals.act) };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, blueprintForm, async (input) => {
      redirect(303, `/manage/papers/${await papers.create(event.locals.act, input)}`);
    }),
};
