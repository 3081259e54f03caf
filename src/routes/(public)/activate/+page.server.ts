import { redirect } from '@sveltejs/kit';
import { useCodeForm } from '#lib/forms/access.ts';
import { useCode } from '#lib/server/access/index.ts';
import { answering } from '#lib/server/platform/http.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: (event) =>
    answering(event, useCodeForm, async (input) => {
      const { login } = await useCode(event.locals.act, input);
      redirect(303, `/sign-in?activated=${encodeURIComponent(login)}`);
    }),
};
