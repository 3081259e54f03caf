import * as exams from '#lib/server/exams/index.ts';
import { downloading, loading } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { name, bytes } = await loading(() => exams.exportCandidates(locals.act, params.id));
  return downloading({ name, bytes });
};
