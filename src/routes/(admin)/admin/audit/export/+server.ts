import { parseLogFilter } from '#lib/forms/inspection.ts';
import { exportLog } from '#lib/server/inspection/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) =>
  downloading(await loading(() => exportLog(locals.act, parseLogFilter(url))));
