import { redirect } from '@sveltejs/kit';
import { signInForm } from '#lib/forms/access.ts';
import { listDemoAccounts, sessionsOver, signIn } from '#lib/server/access/index.ts';
import { answering, leadOn } from '#lib/server/platform/http.ts';
import { backTo } from '#lib/ui/frame/backTo.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const next = backTo(url.searchParams.get('next'));
  if (locals.act.actor.kind === 'person') leadOn(event, next);
  return {
    next,
    activated: url.searchParams.get('activated') ?? '',
    demoAccounts: await listDemoAccounts(locals.act),
  };
};

export const actions: Actions = {
  default: (event) =>
    answering(event, signInForm, async (input) => {
      const { act } = event.locals;
      const address = event.getClientAddress();
      const agent = event.request.headers.get('user-agent') ?? '';
      const { token } = await signIn(act, { ...input, address, agent });
      const cookie = sessionsOver(act.db, event.url.protocol === 'https:').createSessionCookie(token);
      event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
      redirect(303, backTo(input.next));
    }),
};
