import { DomainError } from '#lib/domain/shared/errors.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { type Act } from '../platform/act.ts';
import {
  byHand,
  hashesOfCode,
  issue,
  refuseBeyondOwnReach,
  thingOfPerson,
  type IssuedCode,
} from './codes.ts';
import { deviceKnowing } from './devices.ts';
import { accountOfPerson, codeByHash, useCodeOnce } from './queries.ts';
import { confirmEmail } from './queries.mail.ts';
import { deleteSessionsOf } from './queries.sessions.ts';
import { clearThrottlesOf } from './queries.throttle.ts';
import { require } from './require.ts';
import { hashOfWished, writePassword } from './wishes.ts';

/** Issues a one-time code with which the person sets a password; earlier unused codes become void. */
export async function issueCode(act: Act, personId: string): Promise<IssuedCode> {
  const thing = await thingOfPerson(act, personId);
  require(act, 'access.issueCode', { unitPath: thing.unitPath });
  await refuseBeyondOwnReach(act, personId);
  return inTransaction(act, async (own) => issue(own, { personId, thing, delivery: await byHand(own.db) }));
}

export interface CodeUse {
  code: string;
  /** The account name the person wishes; empty keeps the one given. */
  login: string;
  password: string;
  again: string;
  /** Cookie of known computers. */
  device?: string;
}

const BAD_CODE = '登录码不正确、已用过或已过期。请向本单位培训管理员再要一个。';

/**
 * Sets the password by a one-time code; every session of the account ends, and so do its locks. Returns the account
 * name and the cookie by which this computer knows the account: no lock of the address stands in the way of its person.
 */
export async function useCode(act: Act, asked: CodeUse): Promise<{ login: string; device: string }> {
  require(act, 'access.useCode');
  const code = await codeByHash(act.db, hashesOfCode(act.db, asked.code)).executeTakeFirst();
  const isGood = code?.purpose === 'password' && code.used_at === null && code.expires_at > act.now;
  if (!code?.person_id || !isGood) {
    await audit.recordRefusal(act, { verb: 'access.codeRefused' });
    throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
  }
  const account = await accountOfPerson(act.db, code.person_id).executeTakeFirstOrThrow();
  if (account.state === 'closed') throw new DomainError('conflict', '这个账号已停用，请联系管理员。');
  const login = asked.login.trim().toLowerCase() || account.login;
  const hash = await hashOfWished(act, { ...asked, login, accountId: account.id });
  await inTransaction(act, async (own) => {
    const used = await useCodeOnce(own.db, code.id, own.now).executeTakeFirst();
    if (used.numUpdatedRows === 0n)
      throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
    await writePassword(own, { id: account.id, login, hash });
    if (code.email_hash !== null) await confirmEmail(own.db, account.id, code.email_hash, own.now).execute();
    await deleteSessionsOf(own.db, account.id).execute();
    await clearThrottlesOf(own.db, account.id).execute();
    await audit.record(own, {
      verb: 'access.passwordSet',
      subject: { kind: 'person', id: account.person_id },
    });
  });
  return { login, device: deviceKnowing(act.db, asked.device ?? '', account.id) };
}
