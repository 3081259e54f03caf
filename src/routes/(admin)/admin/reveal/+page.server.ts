import { revealForm } from '#lib/forms/inspection.ts';
import { parseListing } from '#lib/forms/listing.ts';
import { listPeople, revealSecrets } from '#lib/server/people/index.ts';
import { answering, loading } from '#lib/server/platform/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const { q, page, pageSize, direction } = parseListing(url, { sortable: ['name'], defaultSort: 'name' });
    const asked = { q, page, pageSize, direction, sort: 'name' as const };
    const { people, total } = q === '' ? { people: [], total: 0 } : await listPeople(locals.act, asked);
    return { people, total, q, page, pageSize, query: url.search };
  });

export const actions: Actions = {
  default: (event) =>
    answering(event, revealForm, async (input) => {
      event.setHeaders({ 'cache-control': 'no-store' });
      return { revealed: await revealSecrets(event.locals.act, input) };
    }),
};
