import { roleLabels, separatedFrom, type Role } from '#lib/domain/access/roles.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { overlaps, type DayInterval } from '#lib/domain/shared/interval.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { accountFor, thingOfPerson } from './codes.ts';
import {
  accountById,
  accountOfPerson,
  countGrantChange,
  endGrant,
  grantById,
  grantsOf,
  insertGrant,
  pathOfUnit,
} from './queries.ts';
import { grantCount, grantRows } from './queries.grants.ts';
import { endGrantsUnder } from './queries.delegations.ts';
import { require, unitsHeld } from './require.ts';

export interface Granting {
  personId: string;
  role: Role;
  unitId: string;
  /** First day; today unless told, never before. */
  from?: Day;
  /** Last day, or null for an open grant. */
  to: Day | null;
}

async function pathOf(act: Act, unitId: string): Promise<string[]> {
  const rows = await pathOfUnit(act.db, unitId, shanghaiDay(act.now)).execute();
  return rows.map((row) => row.ancestor_id);
}

function refused(field: 'from' | 'to' | 'role' | 'personId', sentence: string): DomainError {
  return new DomainError('conflict', sentence, { fields: { [field]: sentence } });
}

function daysOf(act: Act, asked: Granting): DayInterval {
  const today = shanghaiDay(act.now);
  const days = { from: asked.from ?? today, to: asked.to };
  if (days.from < today) throw refused('from', '授权不能从过去开始。');
  if (days.to !== null && days.to < days.from) throw refused('to', '最后一天不能早于第一天。');
  return days;
}

/** Nobody changes his own powers: somebody else of his office does, or the console. */
function refuseOwn(act: Act, personId: string): void {
  if (act.actor.kind === 'person' && act.actor.personId === personId) {
    throw refused('personId', '不能变更自己的授权，请由另一位安全管理员办理。');
  }
}

type Held = DayInterval & { role: string; unit_id: string };

function refuseBeside(asked: Granting, days: DayInterval, held: readonly Held[]): void {
  const other = separatedFrom({ role: asked.role, ...days }, held);
  if (other) {
    throw refused('role', `此人在这段时间已是${roleLabels[other]}。三员分立，一个账号不能兼任其中两员。`);
  }
  const isDouble = held.some(
    (one) => one.role === asked.role && one.unit_id === asked.unitId && overlaps(one, days),
  );
  if (isDouble) throw refused('role', `此人在这段时间已有这个单位的${roleLabels[asked.role]}授权。`);
}

/**
 * Gives a role over a unit and everything below it, from a day to a day. Person and unit lie within the actor's reach;
 * who has no account yet gets one, which a code opens. Refuses (`conflict`) a second of the three administrators' roles on any day of the same
 * time (GB/T 22239-2019), whatever the units. A clerk is named by his leader, never granted. Returns whether the person
 * has yet to set a password.
 */
export async function grant(act: Act, asked: Granting): Promise<{ isInvited: boolean }> {
  const unitPath = await pathOf(act, asked.unitId);
  require(act, 'access.grant', { unitPath });
  const thing = await thingOfPerson(act, asked.personId);
  require(act, 'access.grant', thing);
  refuseOwn(act, asked.personId);
  if (asked.role === 'clerk') throw refused('role', '代拟人由领导本人委托，不能授权。');
  const days = daysOf(act, asked);
  return inTransaction(act, async (own) => {
    await accountFor(own, asked.personId, thing);
    const account = await accountOfPerson(own.db, asked.personId).executeTakeFirstOrThrow();
    const rows = await grantsOf(own.db, account.id).execute();
    const held = rows.map(({ valid_from: from, valid_to: to, ...row }) => ({ ...row, from, to }));
    refuseBeside(asked, days, held);
    const counted = await countGrantChange(own.db, account.id, account.grants_revision).executeTakeFirst();
    if (counted.numUpdatedRows === 0n) throw refused('personId', '此人的授权刚刚有变动，请刷新后再办理。');
    await insertGrant(own.db, {
      id: newId(),
      account_id: account.id,
      role: asked.role,
      unit_id: asked.unitId,
      valid_from: days.from,
      valid_to: days.to,
    }).execute();
    await audit.record(own, {
      verb: 'access.granted',
      unitId: asked.unitId,
      subject: { kind: 'person', id: asked.personId },
      details: { role: asked.role, ...days },
    });
    return { isInvited: account.state === 'invited' };
  });
}

/** Ends a grant with yesterday as its last day, so that it holds no longer from now on. */
export async function withdrawGrant(act: Act, grantId: string): Promise<void> {
  const held = await grantById(act.db, grantId).executeTakeFirst();
  require(act, 'access.grant', { unitPath: held ? await pathOf(act, held.unit_id) : [] });
  if (!held) throw new DomainError('notFound', '没有找到这项授权。');
  if (held.given_under !== null) throw refused('role', '委托由领导本人收回。');
  const account = await accountById(act.db, held.account_id).executeTakeFirstOrThrow();
  refuseOwn(act, account.person_id);
  await inTransaction(act, async (own) => {
    const yesterday = addDays(shanghaiDay(own.now), -1);
    await endGrant(own.db, grantId, yesterday).execute();
    await endGrantsUnder(own.db, grantId, yesterday).execute();
    await audit.record(own, {
      verb: 'access.grantWithdrawn',
      unitId: held.unit_id,
      subject: { kind: 'person', id: account.person_id },
      details: { role: held.role, grantId },
    });
  });
}

export interface HeldGrant {
  id: string;
  role: Role;
  unitName: string;
  name: string;
  login: string;
  from: Day;
  to: Day | null;
}

/** A page of the grants of every role but learner under the administrator's units, those to come included. */
export async function listGrants(
  act: Act,
  asked: { q: string; page: number; pageSize: number },
): Promise<{ grants: HeldGrant[]; total: number }> {
  require(act, 'access.listGrants');
  const units = unitsHeld(act, ['securityAdministrator']);
  if (units.length === 0) return { grants: [], total: 0 };
  const scoped = { ...asked, unitIds: units, day: shanghaiDay(act.now) };
  const rows = await grantRows(act.db, scoped).execute();
  const { total } = await grantCount(act.db, scoped).executeTakeFirstOrThrow();
  const grants = rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    unitName: row.unit_name,
    name: row.name,
    login: row.login,
    from: row.valid_from,
    to: row.valid_to,
  }));
  return { grants, total: Number(total) };
}
