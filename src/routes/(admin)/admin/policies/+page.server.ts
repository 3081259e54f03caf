import { policyForm } from '#lib/forms/access.ts';
import { readPolicy, setPolicy } from '#lib/server/access/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ policy: await readPolicy(locals.act) }));

export const actions: Actions = {
  default: (event) =>
    answering(event, policyForm, async (input) => {
      await setPolicy(event.locals.act, input);
      return { done: '已保存，几秒钟内对所有人生效。' };
    }),
};
