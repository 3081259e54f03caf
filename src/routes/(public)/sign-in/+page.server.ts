import { redirect } from '@sveltejs/kit';
import { signInForm } from '#lib/forms/access.ts';
import { listDemoAccounts, signIn } from '#lib/server/access/index.ts';
import { answering, leadOn } from '#lib/server/platform/http.ts';
import { portalDoors } from '#lib/server/portals/index.ts';
import { backTo } from '#lib/ui/frame/backTo.ts';
import { keepSession, keepTicket, originOf, saidAtDoor } from './cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const next = backTo(url.searchParams.get('next'));
  if (locals.act.actor.kind === 'person') leadOn(event, next);
  return {
    next,
    activated: url.searchParams.get('activated') ?? '',
    said: saidAtDoor(event.cookies),
    portals: await portalDoors(locals.act),
    demoAccounts: await listDemoAccounts(locals.act),
  };
};

export const actions: Actions = {
  default: (event) =>
    answering(event, signInForm, async ({ login, password, next }) => {
      const step = await signIn(event.locals.act, { login, password, ...originOf(event) });
      if (step.kind === 'secondStep') {
        keepTicket(event, step.ticket);
        redirect(303, `/sign-in/second?next=${encodeURIComponent(backTo(next))}`);
      }
      keepSession(event, step);
      redirect(303, backTo(next));
    }),
};
