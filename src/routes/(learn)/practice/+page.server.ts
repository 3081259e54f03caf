import { redirect } from '@sveltejs/kit';
import { beginSetForm } from '#lib/forms/practice.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as practice from '#lib/server/practice/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ desk: await practice.desk(locals.act) }));

export const actions: Actions = {
  begin: (event) =>
    answering(event, beginSetForm, async ({ topic: topicId, law: lawTitle }) => {
      const wish = { topicId, lawTitle, fromBook: false };
      redirect(303, `/practice/sets/${await practice.beginSet(event.locals.act, wish)}`);
    }),
};
