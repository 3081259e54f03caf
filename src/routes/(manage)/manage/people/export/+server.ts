import { parseListing } from '#lib/forms/listing.ts';
import { loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import { workbookResponse } from '../../workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { q } = parseListing(url, { sortable: ['name'], defaultSort: 'name' });
  return workbookResponse(await loading(() => people.exportPeople(locals.act, { q })), '人员.xlsx');
};
