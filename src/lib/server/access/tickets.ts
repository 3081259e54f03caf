import { addSeconds, type Instant } from '#lib/domain/shared/time.ts';
import type { Db } from '../db/index.ts';
import { isSignature, sign } from '../platform/cipher.ts';

/** Name of the cookie between password and second factor. */
export const ticketCookie = 'xuefa_step';

/** Time between the password and the second factor. */
const TICKET_SECONDS = 300;

/** Who has shown his password and owes the second factor; void once the password is another. */
export interface Ticket {
  accountId: string;
  passwordSetAt: string | null;
}

const textOf = (ticket: Ticket, until: Instant) =>
  `${ticket.accountId}|${ticket.passwordSetAt ?? ''}|${until}`;

export function ticketFor(db: Db, ticket: Ticket, now: Instant): string {
  const until = addSeconds(now, TICKET_SECONDS);
  const signature = sign(db, 'second step', textOf(ticket, until));
  return `${ticket.accountId}~${until}~${signature}`;
}

/** Account named by a ticket, not yet proven; null when it is no ticket or too old. */
export function accountNamed(ticket: string, now: Instant): string | null {
  const [accountId = '', until = ''] = ticket.split('~');
  return accountId !== '' && until > now ? accountId : null;
}

/** True when the installation made this ticket for this account under its present password. */
export function isTicketOf(db: Db, ticket: string, account: Ticket): boolean {
  const [, until = '', signature = ''] = ticket.split('~');
  return isSignature(db, 'second step', textOf(account, until), signature);
}
