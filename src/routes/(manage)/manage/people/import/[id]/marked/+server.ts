import { downloading, loading } from '#lib/server/platform/http.ts';
import * as people from '#lib/server/people/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  downloading(await loading(() => people.markedRoster(locals.act, params.id)));
