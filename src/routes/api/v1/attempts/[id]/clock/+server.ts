import * as exams from '#lib/server/exams/index.ts';
import { replying } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) => replying(() => exams.clock(locals.act, params.id));
