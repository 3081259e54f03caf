import { redirect } from '@sveltejs/kit';
import { formOf, loading } from '#lib/server/platform/http.ts';
import { backTo } from '#lib/ui/frame/backTo.ts';
import { changeDisplay, displayCookie, readDisplay, writeDisplay } from '#lib/ui/frame/display.ts';
import type { Actions } from './$types';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const actions: Actions = {
  /** Keeps the wish of this browser; nothing about a person is stored. */
  default: async ({ request, cookies, url }) => {
    const form = await loading(() => formOf(request));
    const asked = { zoom: form.get('zoom'), theme: form.get('theme') };
    const display = changeDisplay(readDisplay(cookies.get(displayCookie)), asked);
    cookies.set(displayCookie, writeDisplay(display), {
      path: '/',
      maxAge: YEAR_SECONDS,
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
    });
    redirect(303, backTo(form.get('back')));
  },
};
