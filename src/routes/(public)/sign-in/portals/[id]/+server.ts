import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { leaveForPortal } from '#lib/server/portals/index.ts';
import { backTo } from '#lib/ui/frame/backTo.ts';
import { keepTrip, sayAtDoor } from '../../cookies.ts';
import type { RequestHandler } from './$types';

/** A link, not a form: the content policy lets no form end on another site. It changes nothing but a cookie. */
export const GET: RequestHandler = async (event) => {
  const { locals, params, url } = event;
  const intent = url.searchParams.has('link') ? 'link' : 'signIn';
  const next = backTo(url.searchParams.get('next'));
  const redirectUri = `${url.origin}/sign-in/portals/${params.id}/callback`;
  try {
    const left = await leaveForPortal(locals.act, { portalId: params.id, redirectUri, intent, next });
    keepTrip(event, left.trip);
    return new Response(null, { status: 303, headers: { location: left.url } });
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    sayAtDoor(event, thrown.message);
    redirect(303, intent === 'link' ? '/security' : `/sign-in?next=${encodeURIComponent(next)}`);
  }
};
