import type { Handle } from '@sveltejs/kit';
import { newId } from '#lib/server/platform/ids.ts';

/** Names the request; the log, the audit and the error page show the same id. */
export const requestId: Handle = async ({ event, resolve }) => {
  event.locals.requestId = newId();
  const response = await resolve(event);
  response.headers.set('x-request-id', event.locals.requestId);
  return response;
};
