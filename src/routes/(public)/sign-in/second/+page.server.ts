import { redirect } from '@sveltejs/kit';
import { secondStepForm } from '#lib/forms/access.ts';
import { passSecondStep } from '#lib/server/access/index.ts';
import { answering, leadOn } from '#lib/server/platform/http.ts';
import { backTo } from '#lib/ui/frame/backTo.ts';
import { keepSession, originOf, ticketIn } from '../cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { cookies, locals, url } = event;
  const next = backTo(url.searchParams.get('next'));
  if (locals.act.actor.kind === 'person') leadOn(event, next);
  return { next, isExpected: ticketIn(cookies) !== '' };
};

export const actions: Actions = {
  default: (event) =>
    answering(event, secondStepForm, async ({ code, next }) => {
      const ticket = ticketIn(event.cookies);
      keepSession(event, await passSecondStep(event.locals.act, { ticket, code, ...originOf(event) }));
      redirect(303, backTo(next));
    }),
};
