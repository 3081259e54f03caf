import type { AccountPolicy } from '#lib/domain/access/policy.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { deviceKnowing } from './devices.ts';
import { clearGates, countFailure, gatesOf, lockedError, type Gate } from './limits.ts';
import { insertSignIn } from './queries.signIns.ts';
import { openSession, type SignInMethod } from './sessions.ts';

/** From where somebody signs in. */
export interface Origin {
  address: string;
  agent: string;
  /** Cookie of known computers; empty where there is none. */
  device: string;
}

export interface Entrant {
  id: string;
  personId: string;
}

/** What a sign-in has shown. */
export interface Proof {
  method: SignInMethod;
  hasSecondFactor: boolean;
  /** Names the portal in the log. */
  portal?: string;
}

export interface Entered {
  kind: 'entered';
  personId: string;
  /** The session's token for its cookie. */
  token: string;
  /** The cookie by which this computer knows the account. */
  device: string;
}

interface Traced {
  origin: Origin;
  method: SignInMethod;
  outcome: 'in' | 'refused';
}

function trace(db: Db, act: Act, accountId: string, { origin, method, outcome }: Traced) {
  const { address } = origin;
  const agent = origin.agent.slice(0, 200);
  const row = { id: newId(), account_id: accountId, at: act.now, outcome, method, address, agent };
  return insertSignIn(db, row).execute();
}

/** One way in for password, second step and portal: opens the session, notes it and forgets earlier failures. */
export async function enter(
  act: Act,
  account: Entrant,
  { origin, proof, gates }: { origin: Origin; proof: Proof; gates: readonly Gate[] },
): Promise<Entered> {
  const device = deviceKnowing(act.db, origin.device, account.id);
  return inTransaction(act, async (own) => {
    await clearGates(own.db, gates);
    const session = await openSession(own.db, account.id, { ...origin, ...proof });
    await trace(own.db, own, account.id, { origin, method: proof.method, outcome: 'in' });
    await audit.record(own, {
      verb: 'access.signedIn',
      subject: { kind: 'person', id: account.personId },
      details: { session: session.publicId, address: origin.address, ...proof },
    });
    return { kind: 'entered', personId: account.personId, token: session.token, device };
  });
}

/** One way out: counts the failure, notes it for the person whose account it was, and says when a lock ends. */
export async function turnAway(
  act: Act,
  gates: readonly Gate[],
  turned: { account: Entrant | undefined; origin: Origin; login: string; step: string },
): Promise<void> {
  const { account, origin, login, step } = turned;
  const counted = await inTransaction(act, async (own) => {
    const { until, failures } = await countFailure(own.db, gates, own.now);
    if (account) await trace(own.db, own, account.id, { origin, method: 'password', outcome: 'refused' });
    await audit.record(own, {
      verb: 'access.signInFailed',
      ...(account ? { subject: { kind: 'person', id: account.personId } } : {}),
      details: { login: login.slice(0, 3), failures, step, ...(until ? { lockedUntil: until } : {}) },
    });
    return until;
  });
  if (counted) throw lockedError(counted);
}

/** Gates of a sign-in by its account, or by the login typed where there is none. */
export function gatesAt(
  db: Db,
  policy: AccountPolicy,
  at: { account: Entrant | undefined; login: string; origin: Origin; step: 'sign-in' | 'second' },
): Gate[] {
  const { account, login, origin, step } = at;
  const caller = { accountId: account?.id ?? null, login, address: origin.address, device: origin.device };
  return gatesOf(db, caller, { policy, step });
}
