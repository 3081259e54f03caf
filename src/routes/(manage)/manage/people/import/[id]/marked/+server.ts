import { loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import { workbookResponse } from '../../../../workbook.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await loading(() => people.markedRoster(locals.act, params.id));
  return workbookResponse(bytes, name);
};
