import { parseListing } from '#lib/forms/listing.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { PageServerLoad } from './$types';

const sortable = ['name', 'unit', 'title'] as const;

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable, defaultSort: 'name' });
    const sort = sortable.find((key) => key === listing.sort) ?? 'name';
    const found = await people.listPeople(locals.act, { ...listing, sort });
    return { ...found, listing, query: url.search };
  });
