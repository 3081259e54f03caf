import { redirect } from '@sveltejs/kit';
import { useCodeForm } from '#lib/forms/access.ts';
import { passwordRules, useCode } from '#lib/server/access/index.ts';
import { answering } from '#lib/server/platform/http.ts';
import { originOf, rememberDevice } from '../sign-in/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ rules: await passwordRules(locals.act) });

export const actions: Actions = {
  default: (event) =>
    answering(event, useCodeForm, async (input) => {
      const { device } = originOf(event);
      const used = await useCode(event.locals.act, { ...input, device });
      rememberDevice(event, used.device);
      redirect(303, `/sign-in?activated=${encodeURIComponent(used.login)}`);
    }),
};
