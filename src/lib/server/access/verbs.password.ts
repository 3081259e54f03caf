import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { requireOwnPassword } from './ownPassword.ts';
import { deleteOtherSessions } from './queries.sessions.ts';
import { require } from './require.ts';
import { hashOfWished, writePassword } from './wishes.ts';

export interface PasswordChange {
  current: string;
  password: string;
  again: string;
}

/** Changes the person's own password; every other session of the account ends. */
export async function changePassword(act: Act, asked: PasswordChange): Promise<void> {
  require(act, 'access.ownSecurity');
  const { accountId, personId, sessionId } = personOf(act);
  const { login } = await requireOwnPassword(act, { password: asked.current });
  const hash = await hashOfWished(act, { ...asked, accountId, login });
  await inTransaction(act, async (own) => {
    await writePassword(own, { id: accountId, login, hash });
    await deleteOtherSessions(own.db, accountId, sessionId ?? '').execute();
    await audit.record(own, { verb: 'access.passwordChanged', subject: { kind: 'person', id: personId } });
  });
}
