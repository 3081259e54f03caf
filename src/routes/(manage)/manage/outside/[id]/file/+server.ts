import { readOriginal } from '#lib/server/outside/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

/** `?reason=`: why the original is opened. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const reason = url.searchParams.get('reason') ?? '';
  const back = `/manage/outside/${params.id}`;
  const file = await loading(() => readOriginal(locals.act, { id: params.id, reason }), back);
  return downloading(file, 'application/octet-stream');
};
