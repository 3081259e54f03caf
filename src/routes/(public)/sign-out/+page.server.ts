import { redirect } from '@sveltejs/kit';
import { sessionCookie, signOut } from '#lib/server/access/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ cookies, locals }) => {
    const token = cookies.get(sessionCookie);
    if (token) await signOut(locals.act, token);
    cookies.delete(sessionCookie, { path: '/' });
    redirect(303, '/sign-in');
  },
};
