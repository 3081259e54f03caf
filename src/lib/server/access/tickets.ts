import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { isSignature, sign } from '../platform/cipher.ts';
import type { SignInMethod } from './sessions.ts';

/** Name of the cookie between password and second factor. */
export const ticketCookie = 'xuefa_step';

/** Time between the password and the second factor. */
const TICKET_SECONDS = 300;

/** Who has shown his password, or comes from a portal, and owes the second factor; void once the password is another. */
export interface Ticket {
  accountId: string;
  passwordSetAt: string | null;
  method: SignInMethod;
}

const textOf = (ticket: Ticket, until: Instant) =>
  [ticket.accountId, ticket.passwordSetAt ?? '', ticket.method, until].join('|');

export function ticketFor(db: Db, ticket: Ticket, now: Instant): string {
  const until = addSeconds(now, TICKET_SECONDS);
  const signature = sign(db, 'second step', textOf(ticket, until));
  return `${ticket.accountId}~${until}~${ticket.method}~${signature}`;
}

/** Account and method named by a ticket, not yet proven; null when it is no ticket or too old. */
export function namedOn(ticket: string, now: Instant): Pick<Ticket, 'accountId' | 'method'> | null {
  const [accountId = '', until = '', method] = ticket.split('~');
  if (accountId === '' || until <= now) return null;
  return { accountId, method: method === 'portal' ? 'portal' : 'password' };
}

/** True when the installation made this ticket for this account under its present password. */
export function isTicketOf(db: Db, ticket: string, account: Ticket): boolean {
  const [, until = '', , signature = ''] = ticket.split('~');
  return isSignature(db, 'second step', textOf(account, until), signature);
}
