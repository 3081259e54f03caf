import { markedResults } from '#lib/server/outside/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  downloading(await loading(() => markedResults(locals.act, params.id)));
