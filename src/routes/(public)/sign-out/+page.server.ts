import { redirect } from '@sveltejs/kit';
import { sessionsOver, signOut } from '#lib/server/access/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ cookies, locals }) => {
    const name = sessionsOver(locals.act.db).sessionCookieName;
    const token = cookies.get(name);
    if (token) await signOut(locals.act, token);
    cookies.delete(name, { path: '/' });
    redirect(303, '/sign-in');
  },
};
