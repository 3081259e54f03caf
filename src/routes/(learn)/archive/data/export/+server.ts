import { exportOwnData } from '#lib/server/inspection/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const form = url.searchParams.get('form') === 'zip' ? 'zip' : 'xlsx';
  const response = downloading(await loading(() => exportOwnData(locals.act, form)));
  if (form === 'zip') response.headers.set('content-type', 'application/zip');
  return response;
};
