import type { FactOf } from '#lib/domain/facts/index.ts';
import { addDays, shanghaiDay } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import type { Act } from '../platform/act.ts';
import { moveAccount } from './queries.accounts.ts';
import { endGrantsOf } from './queries.departure.ts';
import { deleteSessionsOf } from './queries.sessions.ts';
import { accountOfPerson } from './queries.ts';

/** Who has left signs in no more, and holds no role; his records stay. */
export async function onPersonDeparted(act: Act, fact: FactOf<'personDeparted'>): Promise<void> {
  const account = await accountOfPerson(act.db, fact.personId).executeTakeFirst();
  if (!account) return;
  const change = { from: ['active', 'invited'], to: 'closed' };
  await endGrantsOf(act.db, account.id, addDays(shanghaiDay(act.now), -1)).execute();
  const moved = await moveAccount(act.db, account.id, change).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return;
  await deleteSessionsOf(act.db, account.id).execute();
  await note(act, 'access.accountClosed', fact);
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
