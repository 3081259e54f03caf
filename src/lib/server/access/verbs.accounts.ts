import { deviceName } from '#lib/domain/access/agents.ts';
import { maskEmail } from '#lib/domain/access/letters.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { decrypt } from '../platform/cipher.ts';
import { thingOfPerson, type PersonThing } from './codes.ts';
import { endDelegations } from './endings.ts';
import { accountOfPerson } from './queries.ts';
import {
  accountCount,
  accountRows,
  moveAccount,
  sessionCount,
  sessionRows,
  type AccountsAsk,
} from './queries.accounts.ts';
import { deleteFactor, deleteRecoveryCodes, secondFactorOf } from './queries.secondFactor.ts';
import { deleteSessionById, deleteSessionsOf, unproveSessions } from './queries.sessions.ts';
import { clearThrottlesOf } from './queries.throttle.ts';
import { lockedOut } from './questions.ts';
import { can, require, unitsHeld } from './require.ts';
import { sessionLines, signInLines, type SessionLine, type SignInLine } from './verbs.security.ts';

export type AccountState = AccountsAsk['state'];

export interface AccountLine {
  personId: string;
  name: string;
  unitName: string;
  hasLeft: boolean;
  /** Empty where there is no account yet. */
  login: string;
  state: AccountState;
  hasSecondFactor: boolean;
  isLocked: boolean;
}

/** Units whose accounts the actor administers; null for the console: all. */
function within(act: Act): string[] | null {
  return act.actor.kind === 'person'
    ? unitsHeld(act, ['systemAdministrator', 'securityAdministrator'])
    : null;
}

/** A page of the people under the administrator's units with their accounts. */
export async function listAccounts(
  act: Act,
  asked: Omit<AccountsAsk, 'unitIds' | 'day'>,
): Promise<{ accounts: AccountLine[]; total: number }> {
  require(act, 'access.listAccounts');
  const day = shanghaiDay(act.now);
  const scoped = { ...asked, unitIds: within(act), day };
  const rows = await accountRows(act.db, scoped).execute();
  const { total } = await accountCount(act.db, scoped).executeTakeFirstOrThrow();
  const held = rows.flatMap((row) =>
    row.account_id ? [{ personId: row.person_id, accountId: row.account_id }] : [],
  );
  const locked = await lockedOut(act.db, { now: act.now, accounts: async () => held });
  const accounts = rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    unitName: row.unit_name,
    hasLeft: row.valid_to !== null && row.valid_to < day,
    login: row.login ?? '',
    state: (row.state ?? 'none') as AccountState,
    hasSecondFactor: row.confirmed_at !== null,
    isLocked: locked.includes(row.person_id),
  }));
  return { accounts, total: Number(total) };
}

export interface AccountView {
  personId: string;
  name: string;
  unitName: string;
  login: string;
  state: AccountState;
  createdAt: string;
  passwordSetAt: string | null;
  email: string;
  hasSecondFactor: boolean;
  isLocked: boolean;
  sessions: SessionLine[];
  signIns: SignInLine[];
  /** What the actor may do with it. */
  may: { close: boolean; reset: boolean };
}

async function accountOrThrow(act: Act, personId: string) {
  const account = await accountOfPerson(act.db, personId).executeTakeFirst();
  if (!account) throw new DomainError('notFound', '此人还没有账号，请先发一次性登录码。');
  return account;
}

/** One account with its sessions and latest sign-ins. */
export async function viewAccount(act: Act, personId: string): Promise<AccountView> {
  const thing = await thingOfPerson(act, personId);
  require(act, 'access.viewAccount', { unitPath: thing.unitPath });
  await audit.noteLook(act, { verb: 'access.accountViewed', personId, unitId: thing.unitId });
  const account = await accountOrThrow(act, personId);
  const factor = await secondFactorOf(act.db, account.id).executeTakeFirst();
  const accounts = async () => [{ personId, accountId: account.id }];
  const own = act.actor.kind === 'person' ? act.actor.sessionId : null;
  return {
    personId,
    name: thing.name,
    unitName: thing.unitName,
    login: account.login,
    state: account.state as AccountState,
    createdAt: account.created_at,
    passwordSetAt: account.password_set_at,
    email: account.email_cipher ? maskEmail(decrypt(act.db, account.email_cipher)) : '',
    hasSecondFactor: factor?.confirmed_at != null,
    isLocked: (await lockedOut(act.db, { now: act.now, accounts })).length > 0,
    sessions: await sessionLines(act, account.id, own),
    signIns: await signInLines(act, account.id),
    may: { close: can(act, 'access.closeAccount', thing), reset: can(act, 'access.resetAccount', thing) },
  };
}

async function note(
  act: Act,
  verb: string,
  { personId, thing, reason }: { personId: string; thing: PersonThing; reason: string },
): Promise<void> {
  const subject = { kind: 'person', id: personId };
  await audit.record(act, { verb, unitId: thing.unitId, subject, details: { reason } });
}

export interface AccountAct {
  personId: string;
  /** Stands in the log. */
  reason: string;
}

/** Ends every session of an account at once. A running attempt stays open; its person signs in again to go on. */
export async function forceSignOut(act: Act, asked: AccountAct): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.endSessions', { unitPath: thing.unitPath });
  const account = await accountOrThrow(act, asked.personId);
  await inTransaction(act, async (own) => {
    await deleteSessionsOf(own.db, account.id).execute();
    await note(own, 'access.signedOutByForce', { ...asked, thing });
  });
}

/** Closes an account: nobody signs in with it, its sessions and delegations end. Its person and his records stay. */
export async function closeAccount(act: Act, asked: AccountAct): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.closeAccount', { unitPath: thing.unitPath });
  const account = await accountOrThrow(act, asked.personId);
  if (act.actor.kind === 'person' && act.actor.personId === asked.personId) {
    throw new DomainError('conflict', '不能停用自己的账号。');
  }
  await inTransaction(act, async (own) => {
    const change = { from: ['active', 'invited'], to: 'closed' };
    const moved = await moveAccount(own.db, account.id, change).executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw new DomainError('conflict', '这个账号已经停用。');
    await deleteSessionsOf(own.db, account.id).execute();
    const last = addDays(shanghaiDay(own.now), -1);
    await endDelegations(own, account.id, { last, reason: asked.reason });
    await note(own, 'access.accountClosed', { ...asked, thing });
  });
}

/** Opens a closed account again; its password is that of before. */
export async function reopenAccount(act: Act, asked: AccountAct): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.closeAccount', { unitPath: thing.unitPath });
  const account = await accountOrThrow(act, asked.personId);
  await inTransaction(act, async (own) => {
    const to = account.password_hash === null ? 'invited' : 'active';
    const moved = await moveAccount(own.db, account.id, { from: ['closed'], to }).executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw new DomainError('conflict', '这个账号没有停用。');
    await note(own, 'access.accountReopened', { ...asked, thing });
  });
}

/** Ends the locks of an account before their time. */
export async function unlockAccount(act: Act, asked: AccountAct): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.resetAccount', { unitPath: thing.unitPath });
  const account = await accountOrThrow(act, asked.personId);
  await inTransaction(act, async (own) => {
    await clearThrottlesOf(own.db, account.id).execute();
    await note(own, 'access.unlocked', { ...asked, thing });
  });
}

/** Takes the second factor from whoever lost his phone and his recovery codes; he sets up another. */
export async function resetSecondFactor(act: Act, asked: AccountAct): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.resetAccount', { unitPath: thing.unitPath });
  const account = await accountOrThrow(act, asked.personId);
  await inTransaction(act, async (own) => {
    await deleteFactor(own.db, account.id).execute();
    await deleteRecoveryCodes(own.db, account.id).execute();
    await unproveSessions(own.db, account.id).execute();
    await note(own, 'access.secondFactorReset', { ...asked, thing });
  });
}

export interface OpenSession extends SessionLine {
  personId: string;
  name: string;
  unitName: string;
}

/** A page of the sessions open under the administrator's units, the last used first. */
export async function listSessions(
  act: Act,
  asked: { q: string; page: number; pageSize: number },
): Promise<{ sessions: OpenSession[]; total: number }> {
  require(act, 'access.listAccounts');
  const scoped = { ...asked, unitIds: within(act), day: shanghaiDay(act.now), now: act.now };
  const rows = await sessionRows(act.db, scoped).execute();
  const { total } = await sessionCount(act.db, scoped).executeTakeFirstOrThrow();
  const ownId = act.actor.kind === 'person' ? act.actor.sessionId : null;
  const sessions = rows.map((row) => ({
    id: row.id,
    isOwn: row.id === ownId,
    personId: row.person_id,
    name: row.name,
    unitName: row.unit_name,
    device: deviceName(row.agent),
    address: row.address,
    method: row.method,
    begunAt: row.created_at,
    seenAt: row.seen_at ?? row.created_at,
  }));
  return { sessions, total: Number(total) };
}

/** Ends one session of a person by its public id. */
export async function endSession(act: Act, asked: AccountAct & { sessionId: string }): Promise<void> {
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.endSessions', { unitPath: thing.unitPath });
  const account = await accountOrThrow(act, asked.personId);
  await inTransaction(act, async (own) => {
    const ended = await deleteSessionById(own.db, account.id, asked.sessionId).executeTakeFirst();
    if (ended.numDeletedRows === 0n) throw new DomainError('notFound', '这次登录已经结束。');
    await note(own, 'access.sessionEndedByForce', { ...asked, thing });
  });
}
