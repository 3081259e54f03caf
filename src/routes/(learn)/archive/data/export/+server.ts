import { exportOwnData } from '#lib/server/inspection/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const form = url.searchParams.get('form') === 'zip' ? 'zip' : 'xlsx';
  const file = await loading(() => exportOwnData(locals.act, form));
  return form === 'zip' ? downloading(file, 'application/zip') : downloading(file);
};
