import type { Duty } from '#lib/domain/access/duties.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction, type Db } from '../db/index.ts';
import type { Act, PersonActor, Role } from '../platform/act.ts';
import { keyedHashes } from '../platform/cipher.ts';
import { enter, gatesAt, turnAway, type Entered, type Origin } from './entry.ts';
import { throughGates } from './limits.ts';
import { isPassword } from './passwords.ts';
import { accountBySignIn, personForAccess } from './queries.ts';
import { secondFactorOf } from './queries.secondFactor.ts';
import { policyOf } from './questions.policy.ts';
import { require } from './require.ts';
import { checkSession, closeSession } from './sessions.ts';
import { ticketFor } from './tickets.ts';

export interface SignIn extends Origin {
  /** Account name, or the mobile number. */
  login: string;
  password: string;
}

/** The password is right, and a second factor is asked for. */
export interface SecondStep {
  kind: 'secondStep';
  /** For the cookie between the two steps; good for five minutes. */
  ticket: string;
}

async function accountOf(act: Act, login: string) {
  const found = await accountBySignIn(act.db, login, keyedHashes(act.db, 'mobile', login)).execute();
  const row = found.length === 1 ? found[0] : found.find((one) => one.login === login);
  return row && { ...row, personId: row.person_id };
}

/**
 * Signs a visitor in, or asks for his second factor. Refuses with the same words whether the account or the password
 * is wrong; after too many failures (`policy`) says when the lock ends.
 */
export async function signIn(act: Act, asked: SignIn): Promise<Entered | SecondStep> {
  require(act, 'access.signIn');
  const login = asked.login.trim().toLowerCase();
  const policy = await policyOf(act.db);
  const account = await accountOf(act, login);
  const gates = gatesAt(act.db, policy, { account, login, origin: asked, step: 'sign-in' });
  const fits = await throughGates(act.db, gates, {
    now: act.now,
    check: () => isPassword(act.db, asked.password, account?.password_hash ?? null),
  });
  if (!account || !fits || account.state !== 'active') {
    await turnAway(act, gates, { account, origin: asked, login, step: 'password' });
    throw new DomainError('invalid', '账号或密码不正确。忘记密码可请本单位培训管理员发一次性登录码。');
  }
  const factor = await secondFactorOf(act.db, account.id).executeTakeFirst();
  if (!factor?.confirmed_at) {
    return enter(act, account, {
      origin: asked,
      proof: { method: 'password', hasSecondFactor: false },
      gates,
    });
  }
  const { id: accountId, password_set_at: passwordSetAt } = account;
  const ticket = { accountId, passwordSetAt, method: 'password' } as const;
  return { kind: 'secondStep', ticket: ticketFor(act.db, ticket, act.now) };
}

/** Ends the session of the cookie. */
export async function signOut(act: Act, token: string): Promise<void> {
  require(act, 'access.signOut');
  await inTransaction(act, async (own) => {
    await closeSession(own.db, token);
    await audit.record(own, { verb: 'access.signedOut' });
  });
}

/** The person behind a session token with the grants of the account, or null; slides the session when half is gone. */
export async function actorOf(db: Db, token: string): Promise<PersonActor | null> {
  const { session, user } = await checkSession(db, token);
  if (!session || !user) return null;
  return {
    kind: 'person',
    personId: user.personId,
    accountId: user.id,
    sessionId: session.publicId,
    name: user.name,
    grants: user.grants,
    duty: user.duty,
  };
}

export interface Self {
  name: string;
  unitName: string;
  roles: Role[];
  /** What is owed before the powers over others come back. */
  duty: Duty | null;
}

/** Name, unit and today's roles of the signed-in person, for the frame; null for a visitor. */
export async function whoAmI(act: Act): Promise<Self | null> {
  require(act, 'access.whoAmI');
  if (act.actor.kind !== 'person') return null;
  const day = shanghaiDay(act.now);
  const [row] = await askFixed(act.db, personForAccess, act.actor.personId, day);
  const held = act.actor.grants.filter(
    (grant) => grant.from <= day && (grant.to === null || day <= grant.to),
  );
  return {
    name: act.actor.name,
    unitName: row?.unit_name ?? '',
    roles: [...new Set(held.map((one) => one.role))],
    duty: act.actor.duty ?? null,
  };
}
