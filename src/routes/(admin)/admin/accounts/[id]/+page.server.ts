import type { RequestEvent } from '@sveltejs/kit';
import { accountActForm } from '#lib/forms/access.ts';
import {
  closeAccount,
  forceSignOut,
  issueCode,
  reopenAccount,
  resetSecondFactor,
  unlockAccount,
  viewAccount,
  type AccountAct,
} from '#lib/server/access/index.ts';
import { noInput } from '#lib/forms/access.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loading(async () => ({ account: await viewAccount(locals.act, params.id) }));

/** An act on the account that asks for its reason and says what it has done. */
const withReason =
  (verb: (act: Act, asked: AccountAct) => Promise<void>, done: string) =>
  (event: RequestEvent<{ id: string }>) =>
    answering(event, accountActForm, async ({ reason }) => {
      await verb(event.locals.act, { personId: event.params.id, reason });
      return { done };
    });

export const actions: Actions = {
  signOut: withReason(forceSignOut, '所有登录都已退出。'),
  unlock: withReason(unlockAccount, '锁定已解除。'),
  close: withReason(closeAccount, '账号已停用，所有登录都已退出。'),
  reopen: withReason(reopenAccount, '账号已恢复，仍用原来的密码。'),
  resetFactor: withReason(resetSecondFactor, '两步验证已重置，本人可以重新启用。'),
  code: (event) =>
    answering(event, noInput, async () => ({
      issued: await issueCode(event.locals.act, event.params.id),
    })),
};
