import { DomainError } from '#lib/domain/shared/errors.ts';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act, Role } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { accountOfPerson, endGrant, grantById, grantsUnder, insertGrant, pathOfUnit } from './queries.ts';
import { require, unitsHeld } from './require.ts';

export interface Granting {
  personId: string;
  role: Role;
  unitId: string;
  /** Last day, or null for an open grant. */
  to: string | null;
}

async function pathOf(act: Act, unitId: string): Promise<string[]> {
  const rows = await pathOfUnit(act.db, unitId, shanghaiDay(act.now)).execute();
  return rows.map((row) => row.ancestor_id);
}

/** Gives a role over a unit and everything below it from today on. The person needs an account. */
export async function grant(act: Act, asked: Granting): Promise<void> {
  const unitPath = await pathOf(act, asked.unitId);
  require(act, 'access.grant', { unitPath });
  const account = await accountOfPerson(act.db, asked.personId).executeTakeFirst();
  if (!account) throw new DomainError('invalid', '此人还没有账号，请先发一次性登录码。');
  await inTransaction(act, async (own) => {
    await insertGrant(own.db, {
      id: newId(),
      account_id: account.id,
      role: asked.role,
      unit_id: asked.unitId,
      valid_from: shanghaiDay(own.now),
      valid_to: asked.to,
    }).execute();
    await audit.record(own, {
      verb: 'access.granted',
      unitId: asked.unitId,
      subject: { kind: 'person', id: asked.personId },
      details: { role: asked.role, to: asked.to },
    });
  });
}

/** Ends a grant with yesterday as its last day, so that it holds no longer from now on. */
export async function withdrawGrant(act: Act, grantId: string): Promise<void> {
  const held = await grantById(act.db, grantId).executeTakeFirst();
  require(act, 'access.grant', { unitPath: held ? await pathOf(act, held.unit_id) : [] });
  await inTransaction(act, async (own) => {
    await endGrant(own.db, grantId, addDays(shanghaiDay(own.now), -1)).execute();
    await audit.record(own, { verb: 'access.grantWithdrawn', subject: { kind: 'grant', id: grantId } });
  });
}

export interface HeldGrant {
  id: string;
  role: Role;
  unitName: string;
  name: string;
  login: string;
  to: string | null;
}

/** Grants of every role but learner under the administrator's units. */
export async function listGrants(act: Act): Promise<HeldGrant[]> {
  require(act, 'access.listGrants');
  const units = unitsHeld(act, ['administrator']);
  if (units.length === 0) return [];
  const rows = await grantsUnder(act.db, units, shanghaiDay(act.now)).execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    unitName: row.unit_name,
    name: row.name,
    login: row.login,
    to: row.valid_to,
  }));
}
