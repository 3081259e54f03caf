import { parseListing } from '#lib/forms/listing.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { q } = parseListing(url, { sortable: ['name'], defaultSort: 'name' });
  return downloading({
    name: '人员.xlsx',
    bytes: await loading(() => people.exportPeople(locals.act, { q })),
  });
};
