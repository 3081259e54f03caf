import { codeLetter, emailFault, type CodeLetter } from '#lib/domain/access/letters.ts';
import { addressRule, lockEnd, type LockRule } from '#lib/domain/access/lockout.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, runtimeOf, type Db } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { decrypt, encrypt, keyedHash, keyedHashes } from '../platform/cipher.ts';
import { newId, newSpokenCode } from '../platform/ids.ts';
import { canMail, queueLetter } from '../platform/mail.ts';
import {
  accountFor,
  byHand,
  hashesOfCode,
  hashOfCode,
  issue,
  refuseBeyondOwnReach,
  thingOfPerson,
} from './codes.ts';
import { countFailure, failuresAt, lockedError } from './limits.ts';
import { requireOwnPassword } from './ownPassword.ts';
import { accountById, accountBySignIn, codeByHash, insertCode, useCodeOnce } from './queries.ts';
import { confirmEmail, setEmail } from './queries.mail.ts';
import { policyOf } from './questions.policy.ts';
import { require } from './require.ts';

/** A code that somebody asked for himself is good for an hour. */
const ASKED_SECONDS = 3600;
/** Letters that an account can be sent in an hour by whoever asks. */
const LETTER_RULE: LockRule = { failures: 4, windowSeconds: 3600, lockSeconds: 3600 };

const NO_MAIL = '本系统没有配置邮件。请联系本单位培训管理员，由其发一次性登录码。';

const emailOf = (text: string) => text.trim().toLowerCase();

function emailColumns(db: Db, email: string) {
  return { cipher: encrypt(db, email), hash: keyedHash(db, 'email', email) };
}

function requireMail(act: Act, email: string): void {
  if (!canMail(act.db)) throw new DomainError('conflict', NO_MAIL);
  const fault = emailFault(email);
  if (fault) throw new DomainError('invalid', fault, { fields: { email: fault } });
}

interface Sent {
  kind: CodeLetter;
  email: string;
  name: string;
  login: string;
  code: string;
  expiresAt: string;
}

async function send(act: Act, { kind, email, ...facts }: Sent): Promise<void> {
  const { origin } = runtimeOf(act.db);
  await queueLetter(act, { to: email, ...codeLetter(kind, { ...facts, origin }) });
}

/** True where mail can be sent, so that pages say whom to turn to otherwise. */
export async function offersMail(act: Act): Promise<boolean> {
  require(act, 'access.offersMail');
  return canMail(act.db);
}

/**
 * Mails a one-time code to a person who is to activate his account. Who uses it has shown that the address is his.
 * Earlier codes that were mailed become void.
 */
export async function inviteByMail(act: Act, asked: { personId: string; email: string }): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.issueCode', { unitPath: thing.unitPath });
  await refuseBeyondOwnReach(act, asked.personId);
  const { personId } = asked;
  const email = emailOf(asked.email);
  requireMail(act, email);
  await inTransaction(act, async (own) => {
    const columns = emailColumns(own.db, email);
    const account = await accountFor(own, personId, thing);
    if (account.email_hash !== columns.hash) await setEmail(own.db, account.id, columns).execute();
    const delivery = { ...(await byHand(own.db)), emailHash: columns.hash };
    const issued = await issue(own, { personId, thing, delivery });
    await send(own, { kind: 'activation', email, name: thing.name, ...issued });
  });
}

/**
 * Asks for a new password by mail. Says the same whether the account exists, has a confirmed address or was asked too
 * often: only its owner learns more, in his letter box.
 */
export async function askReset(act: Act, asked: { login: string; address: string }): Promise<void> {
  require(act, 'access.signIn');
  if (!canMail(act.db)) throw new DomainError('conflict', NO_MAIL);
  const login = asked.login.trim().toLowerCase();
  const rule = addressRule(await policyOf(act.db));
  const byAddress = { key: `address:${keyedHash(act.db, 'throttle', asked.address)}`, rule, isShared: true };
  const until = lockEnd(await failuresAt(act.db, byAddress.key), act.now);
  if (until) throw lockedError(until);
  const found = await accountBySignIn(act.db, login, keyedHashes(act.db, 'mobile', login)).execute();
  const account = found.length === 1 ? found[0] : found.find((one) => one.login === login);
  const byAccount = {
    key: `reset:${account?.id ?? keyedHash(act.db, 'throttle', login)}`,
    rule: LETTER_RULE,
  };
  const isOften = lockEnd(await failuresAt(act.db, byAccount.key), act.now) !== null;
  await inTransaction(act, async (own) => {
    await countFailure(own.db, [{ ...byAccount, isShared: false }, byAddress], own.now);
    if (account && !isOften) await sendReset(own, account.id);
  });
}

async function sendReset(act: Act, accountId: string): Promise<void> {
  const account = await accountById(act.db, accountId).executeTakeFirstOrThrow();
  const isReachable = account.email_cipher !== null && account.email_confirmed_at !== null;
  if (!isReachable || account.state !== 'active' || account.email_cipher === null) return;
  const personId = account.person_id;
  const thing = await thingOfPerson(act, personId);
  const delivery = { emailHash: account.email_hash, seconds: ASKED_SECONDS };
  const issued = await issue(act, { personId, thing, delivery });
  await send(act, {
    kind: 'reset',
    email: decrypt(act.db, account.email_cipher),
    name: thing.name,
    ...issued,
  });
}

/** Takes a new mail address for the person's own account and sends it a code; it counts once that is shown. */
export async function setMyEmail(act: Act, asked: { email: string; password: string }): Promise<void> {
  require(act, 'access.ownSecurity');
  const { accountId, personId, name } = personOf(act);
  const email = emailOf(asked.email);
  requireMail(act, email);
  const { login } = await requireOwnPassword(act, asked);
  const code = newSpokenCode();
  const expiresAt = addSeconds(act.now, ASKED_SECONDS);
  await inTransaction(act, async (own) => {
    const columns = emailColumns(own.db, email);
    await setEmail(own.db, accountId, columns).execute();
    await insertCode(own.db, {
      ...{ id: newId(), purpose: 'email', code_hash: hashOfCode(own.db, code), person_id: personId },
      ...{ issued_by: personId, issued_at: own.now, expires_at: expiresAt, email_hash: columns.hash },
      used_at: null,
    }).execute();
    await send(own, { kind: 'address', email, name, login, code, expiresAt });
    await audit.record(own, { verb: 'access.emailSet', subject: { kind: 'person', id: personId } });
  });
}

const BAD_CODE = '验证码不正确、已用过或已过期。可以重新填写邮箱，再收一封。';

/** Confirms the mail address by the code it was sent. */
export async function confirmMyEmail(act: Act, asked: string): Promise<void> {
  require(act, 'access.ownSecurity');
  const { accountId, personId } = personOf(act);
  const code = await codeByHash(act.db, hashesOfCode(act.db, asked)).executeTakeFirst();
  const isGood = code?.purpose === 'email' && code.person_id === personId && code.expires_at > act.now;
  if (!code?.email_hash || !isGood)
    throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
  const emailHash = code.email_hash;
  await inTransaction(act, async (own) => {
    const used = await useCodeOnce(own.db, code.id, own.now).executeTakeFirst();
    const kept = await confirmEmail(own.db, accountId, emailHash, own.now).executeTakeFirst();
    if (used.numUpdatedRows === 0n || kept.numUpdatedRows === 0n) {
      throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
    }
    await audit.record(own, { verb: 'access.emailConfirmed', subject: { kind: 'person', id: personId } });
  });
}
