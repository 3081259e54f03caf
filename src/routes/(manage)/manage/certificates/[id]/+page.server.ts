import { redirect } from '@sveltejs/kit';
import { endForm } from '#lib/forms/certificates.ts';
import { reissue, revoke, view } from '#lib/server/certificates/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  loading(async () => ({
    certificate: await view(locals.act, { id: params.id, origin: url.origin }),
  }));

export const actions: Actions = {
  revoke: (event) =>
    answering(event, endForm, async ({ reason }) => {
      await revoke(event.locals.act, { id: event.params.id, reason });
      return { done: '已撤销，查验时会写明。' };
    }),
  reissue: async (event) => {
    const done = await answering(event, endForm, ({ reason }) =>
      reissue(event.locals.act, { id: event.params.id, reason }),
    );
    if ('id' in done) redirect(303, `/manage/certificates/${done.id}`);
    return done;
  },
};
