import { claimForm, withdrawalForm } from '#lib/forms/hours.ts';
import { declareClaim, myClaims, withdrawClaim } from '#lib/server/hours/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ claims: await myClaims(locals.act) }));

export const actions: Actions = {
  declare: (event) =>
    answering(event, claimForm, async ({ file, ...input }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await declareClaim(event.locals.act, { ...input, file: { name: file.name, bytes } });
      return { done: '已申报，请等待本单位培训管理员审核。' };
    }),
  withdraw: (event) =>
    answering(event, withdrawalForm, async ({ claimId }) => {
      await withdrawClaim(event.locals.act, claimId);
      return { done: '已撤回。' };
    }),
};
