import { parseBody } from '#lib/forms/parseBody.ts';
import { placeJson } from '#lib/forms/study.ts';
import { jsonTextOf, replying } from '#lib/server/platform/http.ts';
import * as study from '#lib/server/study/index.ts';
import type { RequestHandler } from './$types';

/**
 * Keeps the reading place for resuming and answers where the lesson stands:
 * `{ paragraph, counting, outcome }`. Nothing that is sent here grants anything.
 */
export const PUT: RequestHandler = ({ locals, params, request }) =>
  replying(async () => {
    const { paragraph } = parseBody(placeJson, await jsonTextOf(request));
    return study.savePlace(locals.act, { openingId: params.id, paragraph });
  });
