import { candidateForm } from '#lib/forms/exams.ts';
import { parseListing } from '#lib/forms/listing.ts';
import * as exams from '#lib/server/exams/index.ts';
import * as people from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

/** Found people of one look; whoever is not among them types more of the name. */
const MOST = 20;

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const { q } = parseListing(url, { sortable: [], defaultSort: 'name' });
    const exam = await exams.open(locals.act, params.id);
    const asked = { q, sort: 'name', direction: 'asc', page: 1, pageSize: MOST } as const;
    const found = q === '' ? [] : (await people.listPeople(locals.act, asked)).people;
    return { exam: { id: exam.id, title: exam.title }, q, found };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, candidateForm, async (deed) => {
      await exams.addCandidate(event.locals.act, { ...deed, examId: event.params.id });
      return { done: '已增补，计入应考。' };
    }),
};
