import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { returnFromPortal, type Arrival } from '#lib/server/portals/index.ts';
import { backTo } from '#lib/ui/frame/backTo.ts';
import { keepSession, keepTicket, originOf, sayAtDoor, tripIn } from '../../../cookies.ts';
import type { RequestEvent, RequestHandler } from './$types';

async function arrival(event: RequestEvent): Promise<Arrival | null> {
  const { locals, params, url } = event;
  const redirectUri = `${url.origin}/sign-in/portals/${params.id}/callback`;
  const trip = tripIn(event);
  try {
    const back = { portalId: params.id, redirectUri, url, trip, origin: originOf(event) };
    return await returnFromPortal(locals.act, back);
  } catch (thrown) {
    if (!(thrown instanceof DomainError)) throw thrown;
    sayAtDoor(event, thrown.message);
    return null;
  }
}

/** Where a portal sends people back to. */
export const GET: RequestHandler = async (event) => {
  const arrived = await arrival(event);
  if (arrived === null) {
    redirect(303, event.locals.act.actor.kind === 'person' ? '/security' : '/sign-in');
  }
  const next = backTo(arrived.next);
  if (arrived.kind === 'linked') redirect(303, '/security');
  if (arrived.kind === 'secondStep') {
    keepTicket(event, arrived.ticket);
    redirect(303, `/sign-in/second?next=${encodeURIComponent(next)}`);
  }
  keepSession(event, arrived);
  redirect(303, next);
};
