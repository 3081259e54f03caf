import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction, type Db } from '../db/index.ts';
import { type Act } from '../platform/act.ts';
import { keyedHash } from '../platform/cipher.ts';
import { newId, newSpokenCode } from '../platform/ids.ts';
import { deviceKnowing } from './devices.ts';
import {
  accountOfPerson,
  anyAdministrator,
  codeByHash,
  insertAccount,
  insertCode,
  insertGrant,
  pathOfUnit,
  personForAccess,
  useCodeOnce,
  voidCodes,
} from './queries.ts';
import { deleteSessionsOf } from './queries.sessions.ts';
import { clearThrottlesOf } from './queries.throttle.ts';
import { policyOf } from './questions.policy.ts';
import { require, type Thing } from './require.ts';
import { hashOfWished, writePassword } from './wishes.ts';

export interface IssuedCode {
  /** Shown once; only its keyed hash is stored. */
  code: string;
  login: string;
  expiresAt: string;
}

function hashOfCode(db: Db, code: string): string {
  return keyedHash(db, 'one-time code', code.toUpperCase().replace(/[^0-9A-Z]/g, ''));
}

async function thingOfPerson(
  act: Act,
  personId: string,
): Promise<Thing & { unitId: string | null; pinyin: string }> {
  const day = shanghaiDay(act.now);
  const row = await personForAccess(act.db, personId, day).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这个人。');
  const path = row.unit_id ? await pathOfUnit(act.db, row.unit_id, day).execute() : [];
  return {
    unitPath: path.map((one) => one.ancestor_id),
    ownerId: personId,
    unitId: row.unit_id,
    pinyin: row.pinyin,
  };
}

/** The person's account; made on the first code, as a learner of the unit of the principal post. */
async function accountFor(act: Act, personId: string, thing: { unitId: string | null; pinyin: string }) {
  const known = await accountOfPerson(act.db, personId).executeTakeFirst();
  if (known) return known;
  const letters =
    thing.pinyin
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 16) || 'user';
  const account = {
    id: newId(),
    person_id: personId,
    login: `${letters}${newId().slice(-6)}`,
    password_hash: null,
    state: 'invited',
    created_at: act.now,
    password_set_at: null,
  };
  await insertAccount(act.db, account).execute();
  if (thing.unitId) {
    await insertGrant(act.db, {
      id: newId(),
      account_id: account.id,
      role: 'learner',
      unit_id: thing.unitId,
      valid_from: shanghaiDay(act.now),
      valid_to: null,
    }).execute();
  }
  return account;
}

async function issue(
  act: Act,
  personId: string,
  thing: { unitId: string | null; pinyin: string },
): Promise<IssuedCode> {
  const account = await accountFor(act, personId, thing);
  await voidCodes(act.db, personId, act.now).execute();
  const code = newSpokenCode();
  const { codeHours } = await policyOf(act.db);
  const expiresAt = addSeconds(act.now, codeHours * 3600);
  await insertCode(act.db, {
    id: newId(),
    purpose: 'password',
    code_hash: hashOfCode(act.db, code),
    person_id: personId,
    issued_by: act.actor.kind === 'person' ? act.actor.personId : act.actor.kind,
    issued_at: act.now,
    expires_at: expiresAt,
    used_at: null,
  }).execute();
  await audit.record(act, {
    verb: 'access.codeIssued',
    unitId: thing.unitId,
    subject: { kind: 'person', id: personId },
    details: { expiresAt },
  });
  return { code, login: account.login, expiresAt };
}

/** Issues a one-time code with which the person sets a password; earlier unused codes become void. */
export async function issueCode(act: Act, personId: string): Promise<IssuedCode> {
  const thing = await thingOfPerson(act, personId);
  require(act, 'access.issueCode', { unitPath: thing.unitPath });
  return inTransaction(act, (own) => issue(own, personId, thing));
}

/** Makes a person the first administrator and prints a code; refused once any administrator exists. */
export async function firstAdmin(act: Act, asked: { personId: string; unitId: string }): Promise<IssuedCode> {
  require(act, 'access.firstAdmin');
  return inTransaction(act, async (own) => {
    if (await anyAdministrator(own.db).executeTakeFirst()) {
      throw new DomainError(
        'conflict',
        '已经有系统管理员，不能再次初始化。请由现任管理员授权，或由其发一次性登录码。',
      );
    }
    const thing = await thingOfPerson(own, asked.personId);
    const issued = await issue(own, asked.personId, thing);
    const account = await accountOfPerson(own.db, asked.personId).executeTakeFirstOrThrow();
    for (const role of ['administrator', 'coordinator'] as const) {
      await insertGrant(own.db, {
        id: newId(),
        account_id: account.id,
        role,
        unit_id: asked.unitId,
        valid_from: shanghaiDay(own.now),
        valid_to: null,
      }).execute();
    }
    await audit.record(own, {
      verb: 'access.firstAdminMade',
      subject: { kind: 'person', id: asked.personId },
    });
    return issued;
  });
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
  const code = await codeByHash(act.db, hashOfCode(act.db, asked.code)).executeTakeFirst();
  if (!code?.person_id || code.used_at !== null || code.expires_at <= act.now) {
    await audit.recordRefusal(act, { verb: 'access.codeRefused' });
    throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
  }
  const account = await accountOfPerson(act.db, code.person_id).executeTakeFirstOrThrow();
  const login = asked.login.trim().toLowerCase() || account.login;
  const hash = await hashOfWished(act, { ...asked, login, accountId: account.id });
  await inTransaction(act, async (own) => {
    const used = await useCodeOnce(own.db, code.id, own.now).executeTakeFirst();
    if (used.numUpdatedRows === 0n)
      throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
    await writePassword(own, { id: account.id, login, hash });
    await deleteSessionsOf(own.db, account.id).execute();
    await clearThrottlesOf(own.db, account.id).execute();
    await audit.record(own, {
      verb: 'access.passwordSet',
      subject: { kind: 'person', id: account.person_id },
    });
  });
  return { login, device: deviceKnowing(act.db, asked.device ?? '', account.id) };
}
