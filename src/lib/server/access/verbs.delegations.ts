import { delegationFault } from '#lib/domain/access/delegation.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { thingOfPerson } from './codes.ts';
import { accountOfPerson, endGrant, grantsOf, insertGrant, pathOfUnit } from './queries.ts';
import { delegationById, delegationsOf, leadershipOver } from './queries.delegations.ts';
import { require } from './require.ts';

export interface Delegating {
  /** The clerk, somebody of the leader's own units with an account. */
  personId: string;
  unitId: string;
  /** Last day; a delegation never stands open. */
  to: Day;
}

async function pathOf(act: Act, unitId: string): Promise<string[]> {
  const rows = await pathOfUnit(act.db, unitId, shanghaiDay(act.now)).execute();
  return rows.map((row) => row.ancestor_id);
}

function refused(field: 'personId' | 'to', sentence: string): DomainError {
  return new DomainError('conflict', sentence, { fields: { [field]: sentence } });
}

/**
 * Lets a clerk prepare the year's report of a unit for its leader, from today to a day within a year: read it and write
 * its sentences. Signing stays with the leader himself. It ends with the leader's own grant.
 */
export async function delegate(act: Act, asked: Delegating): Promise<void> {
  const unitPath = await pathOf(act, asked.unitId);
  require(act, 'access.delegate', { unitPath });
  require(act, 'access.delegate', await thingOfPerson(act, asked.personId));
  const { personId } = personOf(act);
  if (personId === asked.personId) throw refused('personId', '不用委托自己，请选择代拟人。');
  const today = shanghaiDay(act.now);
  await inTransaction(act, async (own) => {
    const leader = await accountOfPerson(own.db, personId).executeTakeFirstOrThrow();
    const asker = { accountId: leader.id, unitPath, day: today };
    const [above] = await leadershipOver(own.db, asker).execute();
    if (!above) throw new DomainError('forbidden', '您今天不是这个单位的领导。');
    const fault = delegationFault({ from: today, to: asked.to, last: above.valid_to });
    if (fault) throw refused('to', fault);
    const clerk = await accountOfPerson(own.db, asked.personId).executeTakeFirst();
    if (!clerk) throw refused('personId', '此人还没有账号，请先让他激活账号。');
    const held = await grantsOf(own.db, clerk.id).execute();
    const isDouble = held.some(
      (one) => one.role === 'clerk' && one.unit_id === asked.unitId && (one.valid_to ?? today) >= today,
    );
    if (isDouble) throw refused('personId', '此人已受委托代拟这个单位的报告；要改期限，请先收回再委托。');
    await insertGrant(own.db, {
      ...{ id: newId(), account_id: clerk.id, role: 'clerk', unit_id: asked.unitId },
      ...{ valid_from: today, valid_to: asked.to, given_under: above.id },
    }).execute();
    await audit.record(own, {
      verb: 'access.delegated',
      unitId: asked.unitId,
      subject: { kind: 'person', id: asked.personId },
      details: { from: today, to: asked.to },
    });
  });
}

/** Ends a delegation at once. Only the leader who gave it does. */
export async function withdrawDelegation(act: Act, id: string): Promise<void> {
  const given = await delegationById(act.db, id).executeTakeFirst();
  require(act, 'access.withdrawDelegation', { ownerId: given?.leader_id ?? null, unitPath: [] });
  if (!given) throw new DomainError('notFound', '没有找到这项委托。');
  await inTransaction(act, async (own) => {
    await endGrant(own.db, id, addDays(shanghaiDay(own.now), -1)).execute();
    await audit.record(own, {
      verb: 'access.delegationWithdrawn',
      unitId: given.unit_id,
      subject: { kind: 'person', id: given.clerk_id },
      details: { before: given.valid_to },
    });
  });
}

export interface Delegation {
  id: string;
  unitName: string;
  clerkName: string;
  leaderName: string;
  from: Day;
  to: Day;
  /** Given by the actor himself, who may end it. */
  isMine: boolean;
}

/** Delegations in force that the actor gave or received. */
export async function listDelegations(act: Act): Promise<Delegation[]> {
  require(act, 'access.listDelegations');
  const { personId } = personOf(act);
  const rows = await delegationsOf(act.db, personId, shanghaiDay(act.now)).execute();
  return rows.map((row) => ({
    id: row.id,
    unitName: row.unit_name,
    clerkName: row.clerk_name,
    leaderName: row.leader_name,
    from: row.valid_from,
    to: row.valid_to ?? row.valid_from,
    isMine: row.leader_id === personId,
  }));
}
