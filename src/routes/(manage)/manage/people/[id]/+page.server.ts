import { issueCodeForm } from '#lib/forms/people.ts';
import { issueCode } from '#lib/server/access/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ person: await people.viewPerson(locals.act, params.id) }));

export const actions: Actions = {
  code: (event) =>
    answering(event, issueCodeForm, async () => ({
      issued: await issueCode(event.locals.act, event.params.id),
    })),
};
