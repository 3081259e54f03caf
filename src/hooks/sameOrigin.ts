import { json, type Handle } from '@sveltejs/kit';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when a request that changes something comes from a page of this installation. */
export function isOwnRequest(request: Request, ownOrigin: string): boolean {
  if (SAFE.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  return request.headers.get('origin') === ownOrigin;
}

/** Refuses requests from other sites whatever their content type; JSON ones too. */
export const sameOrigin: Handle = async ({ event, resolve }) => {
  if (isOwnRequest(event.request, event.url.origin)) return resolve(event);
  const message = '这个请求不是从本系统的页面发出的，已拒绝。';
  return json({ error: { code: 'forbidden', message, fields: {} } }, { status: 403 });
};
