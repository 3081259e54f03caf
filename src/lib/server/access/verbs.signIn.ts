import { afterFailure, lockEnd, type Failures } from '#lib/domain/access/lockout.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { shanghaiClock, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { askFixed, inTransaction, type Db } from '../db/index.ts';
import type { Act, PersonActor, Role } from '../platform/act.ts';
import { keyedHash } from '../platform/cipher.ts';
import { isPassword } from './passwords.ts';
import { accountBySignIn, clearThrottle, personForAccess, putThrottle, throttleOf } from './queries.ts';
import { require } from './require.ts';
import { checkSession, openSession, sessionsOver } from './sessions.ts';

export interface SignIn {
  /** Account name, or the mobile number. */
  login: string;
  password: string;
  address: string;
  agent: string;
}

async function failuresOf(db: Db, key: string): Promise<Failures | null> {
  const row = await throttleOf(db, key).executeTakeFirst();
  return row ? { failures: row.failures, firstAt: row.first_at, lockedUntil: row.locked_until } : null;
}

function lockedError(until: string): DomainError {
  const time = shanghaiClock(until).slice(11, 16);
  return new DomainError(
    'tooMany',
    `输错次数过多，请在 ${time} 之后再试，或请本单位培训管理员发一次性登录码。`,
  );
}

async function refuse(act: Act, key: string, login: string): Promise<never> {
  const state = await inTransaction(act, async (own) => {
    const next = afterFailure(await failuresOf(own.db, key), own.now);
    const { failures, firstAt, lockedUntil } = next;
    await putThrottle(own.db, { key, failures, first_at: firstAt, locked_until: lockedUntil }).execute();
    await audit.record(own, { verb: 'access.signInFailed', details: { login: login.slice(0, 3), failures } });
    return next;
  });
  const until = lockEnd(state, act.now);
  if (until) throw lockedError(until);
  throw new DomainError('invalid', '账号或密码不正确。忘记密码可请本单位培训管理员发一次性登录码。');
}

/**
 * Signs a visitor in. Returns the session's token for the cookie. Refuses with the same words whether the account
 * or the password is wrong; after five failures within ten minutes says when the lock ends.
 */
export async function signIn(act: Act, asked: SignIn): Promise<{ token: string; personId: string }> {
  require(act, 'access.signIn');
  const login = asked.login.trim().toLowerCase();
  const key = `sign-in:${keyedHash(act.db, 'throttle', login)}`;
  const until = lockEnd(await failuresOf(act.db, key), act.now);
  if (until) throw lockedError(until);
  const found = await accountBySignIn(act.db, login, keyedHash(act.db, 'mobile', login)).execute();
  const account = found.length === 1 ? found[0] : found.find((one) => one.login === login);
  const fits = await isPassword(act.db, asked.password, account?.password_hash ?? null);
  if (!account || !fits || account.state !== 'active') return refuse(act, key, login);
  return inTransaction(act, async (own) => {
    await clearThrottle(own.db, key).execute();
    const session = await openSession(own.db, account.id, asked);
    await audit.record(own, {
      verb: 'access.signedIn',
      subject: { kind: 'person', id: account.person_id },
      details: { session: session.publicId, address: asked.address },
    });
    return { token: session.token, personId: account.person_id };
  });
}

/** Ends the session of the cookie. */
export async function signOut(act: Act, token: string): Promise<void> {
  require(act, 'access.signOut');
  await inTransaction(act, async (own) => {
    await sessionsOver(own.db).invalidateSession(token);
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
  };
}

export interface Self {
  name: string;
  unitName: string;
  roles: Role[];
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
  };
}
