import { DomainError } from '#lib/domain/shared/errors.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { accountFor, thingOfPerson } from './codes.ts';
import { enter, type Entered, type Origin } from './entry.ts';
import { moveAccount } from './queries.accounts.ts';
import { secondFactorOf } from './queries.secondFactor.ts';
import { require } from './require.ts';
import { ticketFor } from './tickets.ts';
import type { SecondStep } from './verbs.signIn.ts';

/** An account whose person a portal has before it. */
export interface Proven {
  id: string;
  personId: string;
  passwordSetAt: string | null;
}

/**
 * The account of somebody whom a portal knows by his numbers, opened by it where he had not used it; made where he has
 * none. A step of a sign-in, within its transaction. Throws `forbidden` for a closed one.
 */
export async function accountProven(act: Act, personId: string): Promise<Proven> {
  require(act, 'access.signIn');
  const thing = await thingOfPerson(act, personId);
  return inTransaction(act, async (own) => {
    const account = await accountFor(own, personId, thing);
    if (account.state === 'closed') throw new DomainError('forbidden', '这个账号已停用，请联系管理员。');
    await moveAccount(own.db, account.id, { from: ['invited'], to: 'active' }).execute();
    return { id: account.id, personId, passwordSetAt: account.password_set_at };
  });
}

/**
 * Lets in whom a portal has proven: nothing is asked of him but the second factor, and that only where he has one and
 * the portal's sign-in does not count as it. Only the room of portals calls it, after the portal's answer was verified.
 */
export async function enterProven(
  act: Act,
  {
    account,
    origin,
    portal,
  }: {
    account: Proven;
    origin: Origin;
    portal: { name: string; isSecondFactor: boolean };
  },
): Promise<Entered | SecondStep> {
  require(act, 'access.signIn');
  const factor = await secondFactorOf(act.db, account.id).executeTakeFirst();
  if (factor?.confirmed_at && !portal.isSecondFactor) {
    const ticket = { accountId: account.id, passwordSetAt: account.passwordSetAt, method: 'portal' } as const;
    return { kind: 'secondStep', ticket: ticketFor(act.db, ticket, act.now) };
  }
  const proof = { method: 'portal', hasSecondFactor: portal.isSecondFactor, portal: portal.name } as const;
  return enter(act, account, { origin, proof, gates: [] });
}
