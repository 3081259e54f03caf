import { parseListing } from '#lib/forms/listing.ts';
import { exportBehind } from '#lib/server/plans/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { behindFilter } from '../behind.ts';
import { workbookResponse } from '../workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { q } = parseListing(url, { sortable: ['unit'], defaultSort: 'unit' });
  const bytes = await loading(() => exportBehind(locals.act, { ...behindFilter(url), q }));
  return workbookResponse(bytes, '还没有跟上的人员.xlsx');
};
