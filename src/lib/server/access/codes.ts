import { isAdministrator } from '#lib/domain/access/roles.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import type { Db } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { keyedHash, keyedHashes } from '../platform/cipher.ts';
import { newId, newSpokenCode } from '../platform/ids.ts';
import {
  accountOfPerson,
  grantsOf,
  insertAccount,
  insertCode,
  insertGrant,
  lastUnitOf,
  pathOfUnit,
  personForAccess,
  voidCodes,
} from './queries.ts';
import { policyOf } from './questions.policy.ts';
import { can, type Thing } from './require.ts';

export interface IssuedCode {
  /** Shown once; only its keyed hash is stored. */
  code: string;
  login: string;
  expiresAt: string;
}

const CODE = 'one-time code';
const spoken = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

export function hashOfCode(db: Db, code: string): string {
  return keyedHash(db, CODE, spoken(code));
}

/** Hashes under which a code may stand that was issued before the keys changed. */
export function hashesOfCode(db: Db, code: string): string[] {
  return keyedHashes(db, CODE, spoken(code));
}

/** A person as access sees him. */
export interface PersonThing extends Thing {
  name: string;
  /** Unit of the principal post, of the last one where he has left. */
  unitId: string | null;
  unitName: string;
  pinyin: string;
}

/** The person with the path of his unit; `notFound` for nobody. */
export async function thingOfPerson(act: Act, personId: string): Promise<PersonThing> {
  const day = shanghaiDay(act.now);
  const row = await personForAccess(act.db, personId, day).executeTakeFirst();
  if (!row) throw new DomainError('notFound', '没有找到这个人。');
  const last = row.unit_id ? null : await lastUnitOf(act.db, personId).executeTakeFirst();
  const unitId = row.unit_id ?? last?.id ?? null;
  const path = unitId ? await pathOfUnit(act.db, unitId, day).execute() : [];
  return {
    name: row.name,
    unitPath: path.map((one) => one.ancestor_id),
    ownerId: personId,
    unitId,
    unitName: row.unit_name ?? last?.name ?? '',
    pinyin: row.pinyin,
  };
}

/** The person's account; made on first need, as a learner of the unit of the principal post. */
export async function accountFor(act: Act, personId: string, thing: PersonThing) {
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
    ...{ email_cipher: null, email_hash: null, email_confirmed_at: null },
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

/**
 * Whoever issues a code could sign in by it: refuses a code for a person whose powers, today's or coming, go beyond the
 * actor's own units, and for one of the three administrators by anybody but who resets them.
 */
export async function refuseBeyondOwnReach(act: Act, personId: string): Promise<void> {
  const account = await accountOfPerson(act.db, personId).executeTakeFirst();
  const grants = account ? await grantsOf(act.db, account.id).execute() : [];
  const day = shanghaiDay(act.now);
  for (const { role, unit_id, valid_to } of grants) {
    if (role === 'learner' || (valid_to !== null && valid_to < day)) continue;
    const verb = isAdministrator(role) ? 'access.issueCodeToAdministrator' : 'access.issueCode';
    const path = await pathOfUnit(act.db, unit_id, day).execute();
    if (can(act, verb, { unitPath: path.map((one) => one.ancestor_id) })) continue;
    throw new DomainError('forbidden', '此人的职责超出您的管理范围，请由安全管理员发登录码。');
  }
}

/** How a code goes to its person. */
export interface Delivery {
  /** Keyed hash of the address it is mailed to; null: handed over. */
  emailHash: string | null;
  /** How long it is good. */
  seconds: number;
}

/** By hand, for as long as the policy says. */
export async function byHand(db: Db): Promise<Delivery> {
  const { codeHours } = await policyOf(db);
  return { emailHash: null, seconds: codeHours * 3600 };
}

/** Issues a code with which the person sets his password; earlier ones that went the same way become void. */
export async function issue(
  act: Act,
  { personId, thing, delivery }: { personId: string; thing: PersonThing; delivery: Delivery },
): Promise<IssuedCode> {
  const account = await accountFor(act, personId, thing);
  if (account.state === 'closed') {
    throw new DomainError('conflict', `${thing.name}的账号已停用，请先请管理员恢复。`);
  }
  const { emailHash } = delivery;
  await voidCodes(act.db, { personId, now: act.now, isMailed: emailHash !== null }).execute();
  const code = newSpokenCode();
  const expiresAt = addSeconds(act.now, delivery.seconds);
  await insertCode(act.db, {
    id: newId(),
    purpose: 'password',
    code_hash: hashOfCode(act.db, code),
    person_id: personId,
    issued_by: act.actor.kind === 'person' ? act.actor.personId : act.actor.kind,
    issued_at: act.now,
    expires_at: expiresAt,
    used_at: null,
    email_hash: emailHash,
  }).execute();
  await audit.record(act, {
    verb: 'access.codeIssued',
    unitId: thing.unitId,
    subject: { kind: 'person', id: personId },
    details: { expiresAt, by: emailHash === null ? 'hand' : 'mail' },
  });
  return { code, login: account.login, expiresAt };
}
