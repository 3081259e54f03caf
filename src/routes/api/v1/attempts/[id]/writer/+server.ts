import * as exams from '#lib/server/exams/index.ts';
import { replying } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, params }) =>
  replying(() => exams.takeOver(locals.act, params.id));
