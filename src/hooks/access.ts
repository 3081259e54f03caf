import { error, json, redirect, type Handle } from '@sveltejs/kit';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '#lib/server/platform/act.ts';
import { routes, type Admission } from './routes.ts';

/** True when the route admits the actor of the act. */
export function isAdmitted(admission: Admission | undefined, act: Act): boolean {
  if (admission === undefined) return false;
  if (admission === 'public') return true;
  const { actor } = act;
  if (actor.kind !== 'person') return false;
  if (admission === 'signedIn') return true;
  const day = shanghaiDay(act.now);
  return actor.grants.some(
    (grant) => admission.includes(grant.role) && grant.from <= day && (grant.to === null || day <= grant.to),
  );
}

/**
 * Denies by default, by `route.id`; a visitor is sent to sign in and comes back to where he wanted to go; whose powers
 * rest until he has met the policy is sent to where he can.
 */
export const access: Handle = async ({ event, resolve }) => {
  const { id } = event.route;
  if (id === null) return resolve(event);
  const { act } = event.locals;
  if (isAdmitted(routes[id], act)) return resolve(event);
  const isVisitor = act.actor.kind === 'visitor';
  if (id.startsWith('/api/')) {
    const refusal = isVisitor
      ? { code: 'unauthenticated', message: '登录已失效，请重新登录。', fields: {} }
      : { code: 'forbidden', message: '您没有办理这一事项的权限。', fields: {} };
    return json({ error: refusal }, { status: isVisitor ? 401 : 403 });
  }
  const owed = act.actor.kind === 'person' ? act.actor.duty : null;
  if (owed && routes[id] !== undefined) redirect(303, '/security');
  if (isVisitor && routes[id] !== undefined) {
    redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
  }
  error(routes[id] === undefined ? 404 : 403, { message: '没有这个页面，或者您没有查看它的权限。', id: '' });
};
