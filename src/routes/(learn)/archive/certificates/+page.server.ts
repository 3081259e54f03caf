import { requestForm, requestIdForm } from '#lib/forms/certificates.ts';
import { askFor, myCertificates, withdrawRequest } from '#lib/server/certificates/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => {
    const { certificates, requests, years } = await myCertificates(locals.act);
    return {
      certificates: certificates.map(({ id, number, kind, planYear, issuerName, issuedAt, state }) => ({
        ...{ id, number, kind, planYear, issuerName, issuedAt, state },
      })),
      requests,
      years,
    };
  });

export const actions: Actions = {
  ask: (event) =>
    answering(event, requestForm, async (input) => {
      await askFor(event.locals.act, input);
      return { done: '已提交，单位开具后会出现在“我的证明”里。' };
    }),
  withdraw: (event) =>
    answering(event, requestIdForm, async ({ requestId }) => {
      await withdrawRequest(event.locals.act, requestId);
      return { done: '已撤回。' };
    }),
};
