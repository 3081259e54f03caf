import type { Handle } from '@sveltejs/kit';
import { actorOf, sessionCookie } from '#lib/server/access/index.ts';
import { currentInstant } from '#lib/server/platform/clock.ts';
import type { Actor } from '#lib/server/platform/act.ts';
import { house } from './house.ts';

/** Reads the session's cookie and makes the act of this request: who, when, under which id, over which database. */
export const act: Handle = async ({ event, resolve }) => {
  const { db } = await house();
  const token = event.cookies.get(sessionCookie);
  const person = token ? await actorOf(db, token) : null;
  if (token && !person) {
    // Over plain HTTP a browser ignores what would delete a cookie for TLS alone.
    event.cookies.delete(sessionCookie, { path: '/', secure: event.url.protocol === 'https:' });
  }
  const actor: Actor = person ?? { kind: 'visitor', address: event.getClientAddress() };
  event.locals.act = { actor, now: currentInstant(), requestId: event.locals.requestId, db };
  return resolve(event);
};
