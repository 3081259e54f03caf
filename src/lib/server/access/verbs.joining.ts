import type { Act } from '../platform/act.ts';
import { accountsOfPeople, endSessionsOf, giveAccount, setAccountState } from './queries.joining.ts';
import { require } from './require.ts';

/** State of an account that went over to the other record as it was. */
const GIVEN = 'given';

/**
 * When two records of a human become one: the gone record's account goes over where the kept one has none, else it is
 * closed and its sessions end. Resolves to the account and what it was; null without one.
 */
export async function joinAccounts(
  act: Act,
  asked: { keptId: string; goneId: string; unitPath: string[] },
): Promise<{ id: string; was: string } | null> {
  require(act, 'people.merge', { unitPath: asked.unitPath });
  const accounts = await accountsOfPeople(act.db, [asked.keptId, asked.goneId]).execute();
  const gone = accounts.find((one) => one.person_id === asked.goneId);
  if (!gone) return null;
  if (!accounts.some((one) => one.person_id === asked.keptId)) {
    await giveAccount(act.db, { id: gone.id, personId: asked.keptId }).execute();
    return { id: gone.id, was: GIVEN };
  }
  await setAccountState(act.db, { id: gone.id, state: 'closed' }).execute();
  await endSessionsOf(act.db, gone.id).execute();
  return { id: gone.id, was: gone.state };
}

/** Gives an account back to the record that it came from, or opens it again as it was. */
export async function partAccounts(
  act: Act,
  asked: { accountId: string; was: string; goneId: string; unitPath: string[] },
): Promise<void> {
  require(act, 'people.merge', { unitPath: asked.unitPath });
  const { accountId: id, was, goneId } = asked;
  if (was === GIVEN) await giveAccount(act.db, { id, personId: goneId }).execute();
  else await setAccountState(act.db, { id, state: was }).execute();
}
