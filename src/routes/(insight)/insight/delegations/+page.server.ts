import { delegateForm, withdrawForm } from '#lib/forms/access.ts';
import { delegate, listDelegations, withdrawDelegation } from '#lib/server/access/index.ts';
import * as people from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { act }, url }) =>
  loading(async () => {
    const q = url.searchParams.get('q') ?? '';
    const desk = await people.deskOfDelegation(act, q);
    return { q, ...desk, delegations: await listDelegations(act) };
  });

export const actions: Actions = {
  delegate: (event) =>
    answering(event, delegateForm, async (input) => {
      await delegate(event.locals.act, input);
      return { done: '已委托，立即生效。签发仍由您本人办理。' };
    }),
  withdraw: (event) =>
    answering(event, withdrawForm, async ({ grantId }) => {
      await withdrawDelegation(event.locals.act, grantId);
      return { done: '已收回。' };
    }),
};
