import { downloading, loading } from '#lib/server/platform/http.ts';
import * as units from '#lib/server/units/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await loading(() => units.markedTree(locals.act, params.id));
  return downloading({ name, bytes });
};
