import { parseListing } from '#lib/forms/listing.ts';
import { exportBehind } from '#lib/server/plans/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import { behindFilter } from '../behind.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { q } = parseListing(url, { sortable: ['unit'], defaultSort: 'unit' });
  const bytes = await loading(() => exportBehind(locals.act, { ...behindFilter(url), q }));
  return downloading({ name: '还没有跟上的人员.xlsx', bytes });
};
