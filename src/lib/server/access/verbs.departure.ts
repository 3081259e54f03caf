import { endsWithTransfer } from '#lib/domain/access/transfer.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { FactOf } from '#lib/domain/facts/index.ts';
import { addDays, shanghaiDay, type Day } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { endGrants, type ReachingGrant } from './endings.ts';
import { moveAccount } from './queries.accounts.ts';
import { grantsReaching } from './queries.departure.ts';
import { deleteSessionsOf } from './queries.sessions.ts';
import { accountOfPerson, pathOfUnit } from './queries.ts';

const yesterdayOf = (act: Act): Day => addDays(shanghaiDay(act.now), -1);

/**
 * Who has left signs in no more, holds no role, and nothing that he delegated holds on; his records stay.
 */
export async function onPersonDeparted(act: Act, fact: FactOf<'personDeparted'>): Promise<void> {
  const account = await accountOfPerson(act.db, fact.personId).executeTakeFirst();
  if (!account) return;
  const change = { from: ['active', 'invited'], to: 'closed' };
  const last = yesterdayOf(act);
  const held = await grantsReaching(act.db, account.id, last).execute();
  await endGrants(act, held, { last, reason: fact.kind });
  const moved = await moveAccount(act.db, account.id, change).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return;
  await deleteSessionsOf(act.db, account.id).execute();
  await note(act, 'access.accountClosed', fact);
}

/**
 * Roles over the unit that somebody leaves end with the day before he begins elsewhere, those of a day gone by at
 * once; what he still is to be is given anew by the security administrator.
 */
export async function onPersonTransferred(act: Act, fact: FactOf<'personTransferred'>): Promise<void> {
  const account = await accountOfPerson(act.db, fact.personId).executeTakeFirst();
  if (!account) return;
  const before = addDays(fact.day, -1);
  const yesterday = yesterdayOf(act);
  const last = before > yesterday ? before : yesterday;
  const from = await pathOn(act, fact.fromUnitId, before);
  const to = await pathOn(act, fact.toUnitId, fact.day);
  const ended: ReachingGrant[] = [];
  for (const one of await grantsReaching(act.db, account.id, last).execute()) {
    const path = await pathOn(act, one.unit_id, before);
    if (endsWithTransfer({ role: one.role as Role, path }, { from, to })) ended.push(one);
  }
  await endGrants(act, ended, { last, reason: fact.kind });
}

async function pathOn(act: Act, unitId: string, day: Day): Promise<string[]> {
  const rows = await pathOfUnit(act.db, unitId, day).execute();
  return rows.map((row) => row.ancestor_id);
}

/** Who comes back signs in with the password of before, or with a new code; roles are given anew. */
export async function onPersonReturned(act: Act, fact: FactOf<'personReturned'>): Promise<void> {
  const account = await accountOfPerson(act.db, fact.personId).executeTakeFirst();
  if (!account) return;
  const to = account.password_hash === null ? 'invited' : 'active';
  const moved = await moveAccount(act.db, account.id, { from: ['closed'], to }).executeTakeFirst();
  if (moved.numUpdatedRows > 0n) await note(act, 'access.accountReopened', fact);
}

async function note(
  act: Act,
  verb: string,
  { personId, day, kind }: { personId: string; day: string; kind: string },
) {
  const subject = { kind: 'person', id: personId };
  await audit.record(act, { verb, subject, details: { reason: kind, day } });
}
