import { emailForm } from '#lib/forms/access.ts';
import { issueCodeForm } from '#lib/forms/people.ts';
import { inviteByMail, issueCode, offersMail } from '#lib/server/access/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({
    person: await people.viewPerson(locals.act, params.id),
    offersMail: await offersMail(locals.act),
  }));

export const actions: Actions = {
  code: (event) =>
    answering(event, issueCodeForm, async () => ({
      issued: await issueCode(event.locals.act, event.params.id),
    })),
  invite: (event) =>
    answering(event, emailForm, async ({ email }) => {
      await inviteByMail(event.locals.act, { personId: event.params.id, email });
      return { done: '登录码已寄出，本人用它设置自己的密码。' };
    }),
};
