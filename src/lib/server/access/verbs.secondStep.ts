import { DomainError } from '#lib/domain/shared/errors.ts';
import { inTransaction } from '../db/index.ts';
import type { Act } from '../platform/act.ts';
import { enter, gatesAt, turnAway, type Entered, type Origin } from './entry.ts';
import { spendFactor } from './factors.ts';
import { throughGates } from './limits.ts';
import { accountById } from './queries.ts';
import { policyOf } from './questions.policy.ts';
import { require } from './require.ts';
import { isTicketOf, namedOn } from './tickets.ts';

const WRONG = '验证码不正确、已用过或已过时。请看手机上最新的 6 位数字，或填一个恢复码。';

/** Finishes a sign-in by the second factor: six digits of the app, or a recovery code. */
export async function passSecondStep(
  act: Act,
  asked: Origin & { ticket: string; code: string },
): Promise<Entered> {
  require(act, 'access.signIn');
  const named = namedOn(asked.ticket, act.now);
  const row = named ? await accountById(act.db, named.accountId).executeTakeFirst() : undefined;
  const isGenuine =
    row?.state === 'active' &&
    named !== null &&
    isTicketOf(act.db, asked.ticket, { ...named, passwordSetAt: row.password_set_at });
  if (!row || !named || !isGenuine)
    throw new DomainError('unauthenticated', '等待的时间太长了，请重新登录。');
  const account = { id: row.id, personId: row.person_id };
  const at = { account, login: row.login, origin: asked, step: 'second' } as const;
  const gates = gatesAt(act.db, await policyOf(act.db), at);
  const shown = { accountId: row.id, code: asked.code, now: act.now };
  const factor = await throughGates(act.db, gates, {
    now: act.now,
    check: () => inTransaction(act, (own) => spendFactor(own.db, shown)),
  });
  if (factor !== null) {
    return enter(act, account, {
      origin: asked,
      proof: { method: named.method, hasSecondFactor: true },
      gates,
    });
  }
  await turnAway(act, gates, { account, origin: asked, login: row.login, step: 'secondFactor' });
  throw new DomainError('invalid', WRONG, { fields: { code: WRONG } });
}
