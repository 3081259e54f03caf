import { deviceName } from '#lib/domain/access/agents.ts';
import { needsSecondFactor } from '#lib/domain/access/duties.ts';
import { maskEmail } from '#lib/domain/access/letters.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { covers } from '#lib/domain/shared/interval.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { decrypt } from '../platform/cipher.ts';
import { accountById, grantsOf } from './queries.ts';
import { recoveryCodesLeft, secondFactorOf } from './queries.secondFactor.ts';
import { deleteOtherSessions, deleteSessionById, sessionsOfAccount } from './queries.sessions.ts';
import { signInsOf } from './queries.signIns.ts';
import { policyOf } from './questions.policy.ts';
import { require } from './require.ts';

/** Sign-ins that a person is shown. */
const SHOWN = 20;

export interface SessionLine {
  /** Public id: names the session, opens nothing. */
  id: string;
  device: string;
  address: string;
  method: string;
  begunAt: string;
  seenAt: string;
  isOwn: boolean;
}

export interface SignInLine {
  id: string;
  at: string;
  isRefused: boolean;
  method: string;
  device: string;
  address: string;
}

/** What a session looks like in a list; `ownId` is the reader's. */
export async function sessionLines(
  act: Act,
  accountId: string,
  ownId: string | null,
): Promise<SessionLine[]> {
  const rows = await sessionsOfAccount(act.db, accountId, act.now).execute();
  return rows.map((row) => ({
    id: row.id,
    device: deviceName(row.agent),
    address: row.address,
    method: row.method,
    begunAt: row.created_at,
    seenAt: row.seen_at ?? row.created_at,
    isOwn: row.id === ownId,
  }));
}

export async function signInLines(act: Act, accountId: string): Promise<SignInLine[]> {
  const rows = await signInsOf(act.db, accountId, SHOWN).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    isRefused: row.outcome === 'refused',
    method: row.method,
    device: deviceName(row.agent),
    address: row.address,
  }));
}

export interface Security {
  login: string;
  passwordSetAt: string | null;
  hasSecondFactor: boolean;
  /** The policy asks a second factor of this person's roles. */
  mustHaveSecondFactor: boolean;
  recoveryCodesLeft: number;
  /** Masked; null while none is known. */
  email: { shown: string; isConfirmed: boolean } | null;
  sessions: SessionLine[];
  signIns: SignInLine[];
}

/** The signed-in person's own account: where it is open, when it was tried, how it is guarded. */
export async function mySecurity(act: Act): Promise<Security> {
  require(act, 'access.ownSecurity');
  const { accountId, sessionId } = personOf(act);
  const account = await accountById(act.db, accountId).executeTakeFirstOrThrow();
  const factor = await secondFactorOf(act.db, accountId).executeTakeFirst();
  const { left } = await recoveryCodesLeft(act.db, accountId).executeTakeFirstOrThrow();
  const day = shanghaiDay(act.now);
  const grants = await grantsOf(act.db, accountId).execute();
  const roles = grants
    .filter(({ valid_from: from, valid_to: to }) => covers({ from, to }, day))
    .map((grant) => grant.role);
  return {
    login: account.login,
    passwordSetAt: account.password_set_at,
    hasSecondFactor: factor?.confirmed_at != null,
    mustHaveSecondFactor: needsSecondFactor(roles, await policyOf(act.db)),
    recoveryCodesLeft: Number(left),
    email:
      account.email_cipher === null
        ? null
        : {
            shown: maskEmail(decrypt(act.db, account.email_cipher)),
            isConfirmed: account.email_confirmed_at !== null,
          },
    sessions: await sessionLines(act, accountId, sessionId),
    signIns: await signInLines(act, accountId),
  };
}

/** Ends another of the person's own sessions. */
export async function endMySession(act: Act, publicId: string): Promise<void> {
  require(act, 'access.ownSecurity');
  const { accountId, personId } = personOf(act);
  await inTransaction(act, async (own) => {
    const ended = await deleteSessionById(own.db, accountId, publicId).executeTakeFirst();
    if (ended.numDeletedRows === 0n) throw new DomainError('notFound', '这次登录已经结束。');
    await audit.record(own, {
      verb: 'access.sessionEnded',
      subject: { kind: 'person', id: personId },
      details: { session: publicId },
    });
  });
}

/** Ends all of the person's sessions but this one. Answers how many. */
export async function endMyOtherSessions(act: Act): Promise<number> {
  require(act, 'access.ownSecurity');
  const { accountId, personId, sessionId } = personOf(act);
  return inTransaction(act, async (own) => {
    const ended = await deleteOtherSessions(own.db, accountId, sessionId ?? '').executeTakeFirst();
    const count = Number(ended.numDeletedRows);
    await audit.record(own, {
      verb: 'access.otherSessionsEnded',
      subject: { kind: 'person', id: personId },
      details: { count },
    });
    return count;
  });
}
