import { accountRule } from '#lib/domain/access/lockout.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { inTransaction } from '../db/index.ts';
import { personOf, type Act } from '../platform/act.ts';
import { clearGates, countFailure, throughGates } from './limits.ts';
import { isPassword } from './passwords.ts';
import { accountById } from './queries.ts';
import { policyOf } from './questions.policy.ts';

const WRONG = '当前密码不正确。';

/**
 * Asks the signed-in person for his password again before his account's own security is changed: whoever finds an open
 * browser cannot take the account over. Failures are counted apart from those at the door. Answers the account.
 */
export async function requireOwnPassword(act: Act, asked: { password: string }) {
  const { accountId } = personOf(act);
  const account = await accountById(act.db, accountId).executeTakeFirstOrThrow();
  if (account.password_hash === null) {
    throw new DomainError(
      'conflict',
      '您的账号还没有本系统的密码，请先请培训管理员发一次性登录码，设置密码。',
    );
  }
  const rule = accountRule(await policyOf(act.db));
  const gates = [{ key: `own:${accountId}`, rule, isShared: false }];
  const fits = await throughGates(act.db, gates, {
    now: act.now,
    check: () => isPassword(act.db, asked.password, account.password_hash),
  });
  if (!fits) {
    await inTransaction(act, (own) => countFailure(own.db, gates, own.now));
    throw new DomainError('invalid', WRONG, { fields: { password: WRONG, current: WRONG } });
  }
  await clearGates(act.db, gates);
  return account;
}
