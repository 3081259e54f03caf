import type { HandleServerError } from '@sveltejs/kit';
import { house } from './house.ts';

/** Logs a surprise under the request's id; the person sees that id with a Chinese sentence and nothing else. */
export const failure: HandleServerError = async ({ error, event, status }) => {
  const id = event.locals.requestId ?? '';
  if (status === 404) return { message: '没有这个页面。', id: '' };
  const { log } = await house();
  log.error(
    { id, route: event.route.id, error: error instanceof Error ? error.stack : String(error) },
    'a request failed',
  );
  return { message: '系统出了一点问题，没有完成这次操作。请稍后再试；如仍不行，请把编号告诉管理员。', id };
};
