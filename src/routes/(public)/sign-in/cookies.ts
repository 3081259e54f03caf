import type { Cookies, RequestEvent } from '@sveltejs/kit';
import {
  deviceCookie,
  sessionCookie,
  ticketCookie,
  type Entered,
  type Origin,
} from '#lib/server/access/index.ts';
import { tripCookie } from '#lib/server/portals/index.ts';

/** A browser that crashes in an exam comes back signed in; the server ends the session by its own limits. */
const SESSION_SECONDS = 86_400;
const DEVICE_SECONDS = 180 * 86_400;
const TICKET_SECONDS = 300;
const TRIP_SECONDS = 900;
const DOOR_SECONDS = 20;

/** Cookie of a sentence for the next page, where the way there leads over another site. */
const doorCookie = 'xuefa_door';

type From = Pick<RequestEvent, 'cookies' | 'url'>;

function put({ cookies, url }: From, named: { name: string; value: string; maxAge: number }): void {
  const { name, value, maxAge } = named;
  const secure = url.protocol === 'https:';
  cookies.set(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** A cookie goes as it came: over plain HTTP a browser ignores what would delete it for TLS alone. */
export function forget({ cookies, url }: From, name: string): void {
  cookies.delete(name, { path: '/', secure: url.protocol === 'https:' });
}

/** From where a request comes, as far as signing in must know. */
export function originOf(event: Pick<RequestEvent, 'cookies' | 'request' | 'getClientAddress'>): Origin {
  return {
    address: event.getClientAddress(),
    agent: event.request.headers.get('user-agent') ?? '',
    device: event.cookies.get(deviceCookie) ?? '',
  };
}

/** The computer knows the account from now on. */
export function rememberDevice(from: From, device: string): void {
  put(from, { name: deviceCookie, value: device, maxAge: DEVICE_SECONDS });
}

/** Hands the browser its session. */
export function keepSession(from: From, entered: Entered): void {
  put(from, { name: sessionCookie, value: entered.token, maxAge: SESSION_SECONDS });
  rememberDevice(from, entered.device);
  if (from.cookies.get(ticketCookie) !== undefined) forget(from, ticketCookie);
}

/** Hands the browser the ticket between password and second factor. */
export function keepTicket(from: From, ticket: string): void {
  put(from, { name: ticketCookie, value: ticket, maxAge: TICKET_SECONDS });
}

export const ticketIn = (cookies: Cookies): string => cookies.get(ticketCookie) ?? '';

/** Hands the browser what it needs when it comes back from a portal. */
export function keepTrip(from: From, trip: string): void {
  put(from, { name: tripCookie, value: trip, maxAge: TRIP_SECONDS });
}

/** What the browser carried to a portal; it is good for one return. */
export function tripIn(from: From): string {
  const trip = from.cookies.get(tripCookie) ?? '';
  forget(from, tripCookie);
  return trip;
}

/** Leaves a sentence for the page to which a way over a portal leads. */
export function sayAtDoor(from: From, sentence: string): void {
  put(from, { name: doorCookie, value: sentence, maxAge: DOOR_SECONDS });
}

/** The sentence left for this page; the browser forgets it within seconds. */
export const saidAtDoor = (cookies: Cookies): string => cookies.get(doorCookie) ?? '';
