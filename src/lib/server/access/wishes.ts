import { loginFault, passwordFault } from '#lib/domain/access/password.ts';
import { isAdministrator as isOfThree } from '#lib/domain/access/roles.ts';
import { DomainError } from '#lib/domain/shared/errors.ts';
import { covers } from '#lib/domain/shared/interval.ts';
import { shanghaiDay } from '#lib/domain/shared/time.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { hashPassword, isPassword } from './passwords.ts';
import {
  accountById,
  forgetPasswords,
  grantsOf,
  insertPassword,
  isLoginTaken,
  passwordsOf,
  setPassword,
} from './queries.ts';
import { policyOf } from './questions.policy.ts';

export interface Wishes {
  accountId: string;
  login: string;
  password: string;
  again: string;
}

/** Checks a wished login and password against the policy and the passwords of before. Answers the new hash. */
export async function hashOfWished(act: Act, wishes: Wishes): Promise<string> {
  const account = await accountById(act.db, wishes.accountId).executeTakeFirstOrThrow();
  const policy = await policyOf(act.db);
  const grants = await grantsOf(act.db, wishes.accountId).execute();
  const day = shanghaiDay(act.now);
  const isAdministrator = grants.some(
    ({ role, valid_from: from, valid_to: to }) => isOfThree(role) && covers({ from, to }, day),
  );
  const fields: Record<string, string> = {};
  const wrongLogin = wishes.login === account.login ? null : loginFault(wishes.login);
  if (wrongLogin) fields.login = wrongLogin;
  else if (await isLoginTaken(act.db, wishes.login, account.id).executeTakeFirst()) {
    fields.login = '这个账号名已有人使用，请换一个。';
  }
  const { password, login } = wishes;
  const wrongPassword =
    passwordFault({ password, login, isAdministrator }, policy) ??
    ((await wasUsed(act, wishes, policy.passwordHistory)) ? '这个密码最近用过，请换一个。' : null);
  if (wrongPassword) fields.password = wrongPassword;
  if (password !== wishes.again) fields.again = '两次输入的密码不一致。';
  if (Object.keys(fields).length > 0) throw new DomainError('invalid', '请按提示修改后再提交。', { fields });
  return hashPassword(act.db, password);
}

async function wasUsed(act: Act, { accountId, password }: Wishes, compared: number): Promise<boolean> {
  const rows = compared === 0 ? [] : await passwordsOf(act.db, accountId, compared).execute();
  for (const row of rows) if (await isPassword(act.db, password, row.password_hash)) return true;
  return false;
}

/** Writes the new password and keeps its hash among those to compare with, as many as the policy says. */
export async function writePassword(
  act: Act,
  account: { id: string; login: string; hash: string },
): Promise<void> {
  const { id, login, hash } = account;
  await setPassword(act.db, id, { hash, login, now: act.now }).execute();
  const kept = { id: newId(), account_id: id, password_hash: hash, set_at: act.now };
  await insertPassword(act.db, kept).execute();
  const { passwordHistory } = await policyOf(act.db);
  const recent = await passwordsOf(act.db, id, passwordHistory).execute();
  await forgetPasswords(
    act.db,
    id,
    recent.map((row) => row.id),
  ).execute();
}
