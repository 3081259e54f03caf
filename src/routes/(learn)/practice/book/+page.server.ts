import { redirect } from '@sveltejs/kit';
import { parseListing } from '#lib/forms/listing.ts';
import { beginSetForm, parseBookFilter } from '#lib/forms/practice.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: [], defaultSort: '' });
    const filter = parseBookFilter(url);
    const book = await practice.readBook(locals.act, { ...listing, ...filter });
    return { listing, filter, book, query: url.search, showsAnswers: url.searchParams.has('answers') };
  });

export const actions: Actions = {
  begin: (event) =>
    answering(event, beginSetForm, async ({ topic: topicId, law: lawTitle, source }) => {
      const wish = { topicId, lawTitle, source, fromBook: true };
      redirect(303, `/practice/sets/${await practice.beginSet(event.locals.act, wish)}`);
    }),
};
