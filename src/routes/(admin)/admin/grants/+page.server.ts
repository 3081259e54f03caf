import { grantForm, withdrawForm } from '#lib/forms/access.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { grant, listGrants, withdrawGrant } from '#lib/server/access/index.ts';
import { listPeople } from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import { listUnits } from '#lib/server/units/index.ts';
import type { Actions, PageServerLoad } from './$types';

const firstTwenty = { sort: 'name', direction: 'asc', page: 1, pageSize: 20 } as const;

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const q = url.searchParams.get('q') ?? '';
    const held = (url.searchParams.get('held') ?? '').trim().slice(0, 100);
    const { page, pageSize } = parseListing(url, { sortable: [], defaultSort: '' });
    return {
      q,
      listing: { held, page, pageSize, query: url.search },
      ...(await listGrants(locals.act, { q: held, page, pageSize })),
      units: await listUnits(locals.act),
      people: q === '' ? [] : (await listPeople(locals.act, { ...firstTwenty, q })).people,
    };
  });

export const actions: Actions = {
  grant: (event) =>
    answering(event, grantForm, async ({ from, to, ...input }) => {
      const days = { ...(from !== '' && { from }), to: to === '' ? null : to };
      const { isInvited } = await grant(event.locals.act, { ...input, ...days });
      return { done: from === '' ? '已授权，立即生效。' : `已授权，${from} 起生效。`, isInvited };
    }),
  withdraw: (event) =>
    answering(event, withdrawForm, async ({ grantId }) => {
      await withdrawGrant(event.locals.act, grantId);
      return { done: '已收回。' };
    }),
};
