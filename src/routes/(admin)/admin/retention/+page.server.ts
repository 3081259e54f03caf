import { retentionForm } from '#lib/forms/inspection.ts';
import { readRetention, setRetention } from '#lib/server/inspection/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loading(async () => ({ retention: await readRetention(locals.act) }));

export const actions: Actions = {
  default: (event) =>
    answering(event, retentionForm, async (input) => {
      await setRetention(event.locals.act, input);
      return { done: '已保存，到期的记录每小时清理一次。' };
    }),
};
