import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newRecoveryCodes, newSecret, secretForApp, spendFactor } from './factors.ts';
import { requireOwnPassword } from './ownPassword.ts';
import { accountById } from './queries.ts';
import {
  beginFactor,
  confirmFactor,
  deleteFactor,
  deleteRecoveryCodes,
  insertRecoveryCodes,
  secondFactorOf,
} from './queries.secondFactor.ts';
import { proveSession, unproveSessions } from './queries.sessions.ts';
import { require } from './require.ts';

/** Time in which a secret that was begun is shown and can be confirmed. */
const SET_UP_SECONDS = 900;
const WRONG = '验证码不对。请看手机上最新的 6 位数字；手机时间要准。';

async function mark(act: Act, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  const { personId } = personOf(act);
  await audit.record(act, { verb, subject: { kind: 'person', id: personId }, details });
}

/** Makes a secret for the person's app; nothing is asked of him at sign-in until it is confirmed. */
export async function beginSecondFactor(act: Act, asked: { password: string }): Promise<void> {
  require(act, 'access.ownSecurity');
  await requireOwnPassword(act, asked);
  const { accountId } = personOf(act);
  const row = { account_id: accountId, begun_at: act.now, last_counter: 0, confirmed_at: null };
  await beginFactor(act.db, { ...row, secret_cipher: newSecret(act.db) }).execute();
}

/** The secret waiting for its first code, as typed and as an address for a square code; null when none is. */
export async function pendingSecondFactor(act: Act): Promise<{ secret: string; uri: string } | null> {
  require(act, 'access.ownSecurity');
  const { accountId } = personOf(act);
  const factor = await secondFactorOf(act.db, accountId).executeTakeFirst();
  if (!factor || factor.confirmed_at !== null) return null;
  if (addSeconds(factor.begun_at, SET_UP_SECONDS) <= act.now) return null;
  const { login } = await accountById(act.db, accountId).executeTakeFirstOrThrow();
  return secretForApp(act.db, factor.secret_cipher, login);
}

/** Confirms the app by its first code. Answers the recovery codes, shown this once. */
export async function confirmSecondFactor(act: Act, code: string): Promise<string[]> {
  require(act, 'access.ownSecurity');
  const { accountId, sessionId } = personOf(act);
  if ((await pendingSecondFactor(act)) === null) {
    throw new DomainError('conflict', '这次设置已经过时，请重新开始。');
  }
  return inTransaction(act, async (own) => {
    const shown = await spendFactor(own.db, { accountId, code, now: own.now });
    if (shown !== 'app') throw new DomainError('invalid', WRONG, { fields: { code: WRONG } });
    await confirmFactor(own.db, accountId, own.now).execute();
    if (sessionId !== null) await proveSession(own.db, sessionId).execute();
    await mark(own, 'access.secondFactorSet');
    return writeRecoveryCodes(own, accountId);
  });
}

async function writeRecoveryCodes(act: Act, accountId: string): Promise<string[]> {
  const { codes, rows } = newRecoveryCodes(act.db, accountId);
  await deleteRecoveryCodes(act.db, accountId).execute();
  await insertRecoveryCodes(act.db, rows).execute();
  return codes;
}

/** New recovery codes in place of the old ones, shown this once. */
export async function renewRecoveryCodes(act: Act, asked: { password: string }): Promise<string[]> {
  require(act, 'access.ownSecurity');
  await requireOwnPassword(act, asked);
  const { accountId } = personOf(act);
  const factor = await secondFactorOf(act.db, accountId).executeTakeFirst();
  if (!factor?.confirmed_at) throw new DomainError('conflict', '还没有启用两步验证。');
  return inTransaction(act, async (own) => {
    await mark(own, 'access.recoveryCodesRenewed');
    return writeRecoveryCodes(own, accountId);
  });
}

/** Ends the person's own second factor. Where the policy asks one of him, his powers rest until he sets up another. */
export async function dropSecondFactor(act: Act, asked: { password: string }): Promise<void> {
  require(act, 'access.ownSecurity');
  await requireOwnPassword(act, asked);
  const { accountId } = personOf(act);
  await inTransaction(act, async (own) => {
    await deleteFactor(own.db, accountId).execute();
    await deleteRecoveryCodes(own.db, accountId).execute();
    await unproveSessions(own.db, accountId).execute();
    await mark(own, 'access.secondFactorDropped');
  });
}
