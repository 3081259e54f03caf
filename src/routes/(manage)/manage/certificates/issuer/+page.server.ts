import { markForm } from '#lib/forms/certificates.ts';
import { listIssuers, settleMark } from '#lib/server/certificates/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ issuers: await listIssuers(locals.act) }));

export const actions: Actions = {
  settle: (event) =>
    answering(event, markForm, async (input) => {
      await settleMark(event.locals.act, input);
      return { done: '已保存，此后打印的证明照此落款。' };
    }),
};
