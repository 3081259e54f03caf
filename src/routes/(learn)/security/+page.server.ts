import {
  changePasswordForm,
  confirmFactorForm,
  noInput,
  ownEmailForm,
  sessionForm,
  unlinkForm,
} from '#lib/forms/access.ts';
import {
  changePassword,
  confirmMyEmail,
  endMyOtherSessions,
  endMySession,
  mySecurity,
  offersMail,
  passwordRules,
  setMyEmail,
} from '#lib/server/access/index.ts';
import { personOf } from '#lib/server/platform/act.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { myPortals, unlinkPortal } from '#lib/server/portals/index.ts';
import { saidAtDoor } from '../../(public)/sign-in/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(async () => ({
    security: await mySecurity(event.locals.act),
    portals: await myPortals(event.locals.act),
    said: saidAtDoor(event.cookies),
    rules: await passwordRules(event.locals.act),
    offersMail: await offersMail(event.locals.act),
    duty: personOf(event.locals.act).duty ?? null,
  }));

export const actions: Actions = {
  password: (event) =>
    answering(event, changePasswordForm, async (input) => {
      await changePassword(event.locals.act, input);
      return { done: '密码已修改，其他地方的登录都已退出。' };
    }),
  unlink: (event) =>
    answering(event, unlinkForm, async ({ portalId }) => {
      await unlinkPortal(event.locals.act, portalId);
      return { done: '已解除绑定。' };
    }),
  email: (event) =>
    answering(event, ownEmailForm, async (input) => {
      await setMyEmail(event.locals.act, input);
      return { done: '验证码已寄出，请在一小时内填写。' };
    }),
  confirmEmail: (event) =>
    answering(event, confirmFactorForm, async ({ code }) => {
      await confirmMyEmail(event.locals.act, code);
      return { done: '邮箱已确认，以后可以用它找回密码。' };
    }),
  end: (event) =>
    answering(event, sessionForm, async ({ sessionId }) => {
      await endMySession(event.locals.act, sessionId);
      return { done: '已退出那一处登录。' };
    }),
  endOthers: (event) =>
    answering(event, noInput, async () => {
      const count = await endMyOtherSessions(event.locals.act);
      return { done: count === 0 ? '没有其他登录。' : `已退出其他 ${count} 处登录。` };
    }),
};
