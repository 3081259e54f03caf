import { downloading, loading } from '#lib/server/platform/http.ts';
import * as rosters from '#lib/server/rosters/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await loading(() => rosters.markedRoster(locals.act, params.id));
  return downloading({ name, bytes });
};
