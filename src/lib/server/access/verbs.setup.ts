import {
  administratorRoles,
  administratorsMissing,
  type AdministratorRole,
} from '#lib/domain/access/roles.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { addSeconds, shanghaiDay, type Instant } from '#lib/domain/shared/time.ts';
import * as audit from '../audit/index.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { newId, newSpokenCode } from '../platform/ids.ts';
import { byHand, hashesOfCode, hashOfCode } from './codes.ts';
import { codeByHash, insertCode, rolesHeldOn, useCodeOnce, voidSetupCodes } from './queries.ts';
import { awaitsSetup } from './questions.ts';
import { require } from './require.ts';

const SETTLED = '本系统已经初始化，不能再次初始化。管理员忘了密码，请另发一次性登录码。';
const BAD_CODE = '初始化码不正确、已用过或已过期。请在服务器上重新取一个。';

/** Issues the code by which an empty installation is set up on its page, once; earlier ones become void. */
export async function issueSetupCode(act: Act): Promise<{ code: string; expiresAt: Instant }> {
  require(act, 'access.issueSetupCode');
  if (!(await awaitsSetup(act.db))) throw new DomainError('conflict', SETTLED);
  return inTransaction(act, async (own) => {
    await voidSetupCodes(own.db, own.now).execute();
    const code = newSpokenCode();
    const expiresAt = addSeconds(own.now, (await byHand(own.db)).seconds);
    await insertCode(own.db, {
      ...{ id: newId(), purpose: 'setup', code_hash: hashOfCode(own.db, code), person_id: null },
      ...{ issued_by: own.actor.kind, issued_at: own.now, expires_at: expiresAt, used_at: null },
      email_hash: null,
    }).execute();
    await audit.record(own, { verb: 'access.setupCodeIssued', details: { expiresAt } });
    return { code, expiresAt };
  });
}

/**
 * Uses a setup code, inside the caller's transaction, and answers an act of the console: whoever shows its code acts
 * for it. Refuses (`invalid`) a code that is wrong, used or too old, and (`conflict`) an installation that stands.
 */
export async function useSetupCode(act: Act, asked: string): Promise<Act> {
  require(act, 'access.useSetupCode');
  if (!(await awaitsSetup(act.db))) throw new DomainError('conflict', SETTLED);
  const code = await codeByHash(act.db, hashesOfCode(act.db, asked)).executeTakeFirst();
  const isGood = code?.purpose === 'setup' && code.used_at === null && code.expires_at > act.now;
  const used = isGood ? await useCodeOnce(act.db, code.id, act.now).executeTakeFirst() : null;
  if (!used || used.numUpdatedRows === 0n) {
    throw new DomainError('invalid', BAD_CODE, { fields: { code: BAD_CODE } });
  }
  return { ...act, actor: { kind: 'console', user: 'setup' } };
}

/** Which of the three administrators nobody is today. */
export async function missingAdministrators(act: Act): Promise<AdministratorRole[]> {
  require(act, 'access.missingAdministrators');
  const rows = await rolesHeldOn(act.db, { roles: administratorRoles, day: shanghaiDay(act.now) }).execute();
  return administratorsMissing(rows.map((row) => row.role));
}
