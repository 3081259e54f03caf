import { approvalForm, claimReasonForm } from '#lib/forms/hours.ts';
import { approveClaim, refuseClaim, takeBackClaim, viewClaim } from '#lib/server/hours/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ claim: await viewClaim(locals.act, params.id) }));

export const actions: Actions = {
  approve: (event) =>
    answering(event, approvalForm, async (input) => {
      await approveClaim(event.locals.act, { ...input, claimId: event.params.id });
      return { done: '已通过，学时已记入本人的台账。' };
    }),
  refuse: (event) =>
    answering(event, claimReasonForm, async ({ reason }) => {
      await refuseClaim(event.locals.act, { claimId: event.params.id, reason });
      return { done: '已退回，本人看得到原因。' };
    }),
  takeBack: (event) =>
    answering(event, claimReasonForm, async ({ reason }) => {
      await takeBackClaim(event.locals.act, { claimId: event.params.id, reason });
      return { done: '已退回重审，记入的学时已冲销。' };
    }),
};
