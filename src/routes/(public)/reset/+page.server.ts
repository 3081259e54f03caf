import { resetForm } from '#lib/forms/access.ts';
import { askReset, offersMail } from '#lib/server/access/index.ts';
import { answering } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ offersMail: await offersMail(locals.act) });

export const actions: Actions = {
  default: (event) =>
    answering(event, resetForm, async ({ login }) => {
      await askReset(event.locals.act, { login, address: event.getClientAddress() });
      return { done: '如果这个账号登记过邮箱，几分钟内会收到登录码，一小时内有效。' };
    }),
};
