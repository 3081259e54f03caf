import { redirect } from '@sveltejs/kit';
import { sessionCookie, signOut } from '#lib/server/access/index.ts';
import { forget } from '../sign-in/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async (event) => {
    const token = event.cookies.get(sessionCookie);
    if (token) await signOut(event.locals.act, token);
    forget(event, sessionCookie);
    redirect(303, '/sign-in');
  },
};
