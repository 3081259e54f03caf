import { safeParse } from 'valibot';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { placeJson } from '#lib/forms/study.ts';
import { replying } from '#lib/server/platform/http.ts';
import * as study from '#lib/server/study/index.ts';
import type { RequestHandler } from './$types';

/** Longest body that can be a place. */
const MOST_CHARACTERS = 200;

async function placeIn(request: Request): Promise<{ paragraph: number }> {
  const text = await request.text();
  let body: unknown = null;
  if (text.length <= MOST_CHARACTERS) {
    try {
      body = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  const place = safeParse(placeJson, body);
  if (!place.success) throw new DomainError('invalid', '阅读位置应写成 {"paragraph": 段号}。');
  return place.output;
}

/**
 * Keeps the reading place for resuming and answers where the lesson stands:
 * `{ paragraph, counting, outcome }`. Nothing that is sent here grants anything.
 */
export const PUT: RequestHandler = ({ locals, params, request }) =>
  replying(async () => {
    const { paragraph } = await placeIn(request);
    return study.savePlace(locals.act, { openingId: params.id, paragraph });
  });
