import { exportEvents } from '#lib/server/events/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import { eventsFilter } from '../eventsFilter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const bytes = await loading(() => exportEvents(locals.act, eventsFilter(url, locals.act.now)));
  return downloading({ name: '学法活动.xlsx', bytes });
};
