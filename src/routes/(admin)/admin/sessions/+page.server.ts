import { endSessionForm } from '#lib/forms/access.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { endSession, listSessions } from '#lib/server/access/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const listing = parseListing(url, { sortable: ['seen'], defaultSort: 'seen' });
    const { q, page, pageSize } = listing;
    return { ...(await listSessions(locals.act, { q, page, pageSize })), listing, query: url.search };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, endSessionForm, async ({ reason, session }) => {
      await endSession(event.locals.act, { reason, ...session });
      return { done: '已让这一处登录退出。' };
    }),
};
