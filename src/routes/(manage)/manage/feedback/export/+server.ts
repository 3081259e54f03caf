import { exportFeedback } from '#lib/server/feedback/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import { feedbackFilter } from '../feedbackFilter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) =>
  downloading(await loading(() => exportFeedback(locals.act, feedbackFilter(url).filter)));
