import { withdrawalForm } from '#lib/forms/plans.ts';
import { viewAssignment, withdraw } from '#lib/server/plans/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { targetsAsked } from './targets.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => {
    const { listing, wish } = targetsAsked(url);
    const { page, pageSize } = listing;
    return {
      listing,
      wish,
      query: url.search,
      assignment: await viewAssignment(locals.act, params.id, { ...wish, page, pageSize }),
    };
  });

export const actions: Actions = {
  withdraw: (event) =>
    answering(event, withdrawalForm, async (input) => {
      await withdraw(event.locals.act, input);
      return { done: '已撤回，学员首页不再列出；已取得的学时不受影响。' };
    }),
};
