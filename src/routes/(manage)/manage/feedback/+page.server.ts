import { listFeedback } from '#lib/server/feedback/index.ts';
import { loading } from '#lib/server/platform/http.ts';
import { feedbackFilter } from './feedbackFilter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  loading(async () => {
    const { filter, page, pageSize, status } = feedbackFilter(url);
    const { lines, total } = await listFeedback(locals.act, { ...filter, page, pageSize });
    return { lines, total, page, pageSize, status, filter, query: url.search };
  });
