import { answersBody } from '#lib/forms/answers.ts';
import { parseBody } from '#lib/forms/parseBody.ts';
import * as exams from '#lib/server/exams/index.ts';
import { jsonTextOf, replying } from '#lib/server/platform/http.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = ({ locals, params, request }) =>
  replying(async () => {
    const body = parseBody(answersBody, await jsonTextOf(request));
    return exams.saveAnswers(locals.act, { attemptId: params.id, ...body });
  });
