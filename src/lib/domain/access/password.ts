import type { AccountPolicy } from './policy.ts';

const LONGEST = 128;
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
const KIND_WORDS = '大写字母、小写字母、数字、符号';
const COUNT_WORDS = ['', '一', '两', '三', '四'];

export interface PasswordAsk {
  password: string;
  login: string;
  isAdministrator: boolean;
}

type PasswordLimits = Pick<
  AccountPolicy,
  'passwordLength' | 'administratorPasswordLength' | 'passwordKinds' | 'administratorPasswordDays'
>;

function shortest(isAdministrator: boolean, limits: PasswordLimits): number {
  const { passwordLength, administratorPasswordLength } = limits;
  return isAdministrator ? Math.max(passwordLength, administratorPasswordLength) : passwordLength;
}

/** The Chinese sentence that says what a password lacks; null when it is acceptable. */
export function passwordFault(asked: PasswordAsk, limits: PasswordLimits): string | null {
  const { password, login, isAdministrator } = asked;
  const least = shortest(isAdministrator, limits);
  if (password.length < least) return `密码至少需要 ${least} 位。`;
  if (password.length > LONGEST) return `密码最多 ${LONGEST} 位。`;
  if (KINDS.filter((kind) => kind.test(password)).length < limits.passwordKinds) {
    return `密码需要包含${KIND_WORDS}中的${COUNT_WORDS[limits.passwordKinds]}种。`;
  }
  if (login.length >= 3 && password.toLowerCase().includes(login.toLowerCase()))
    return '密码中不能含有账号名。';
  return null;
}

/** What is asked of a new password, said before it is typed. */
export function passwordHint(limits: PasswordLimits, isAdministrator = false): string {
  const kinds = `含${KIND_WORDS}中的${COUNT_WORDS[limits.passwordKinds]}种`;
  return `至少 ${shortest(isAdministrator, limits)} 位，${kinds}，不含账号名。`;
}

/** Account names: 3–32 letters, digits, dot, dash, underscore, beginning with a letter. */
export function loginFault(login: string): string | null {
  if (/^[a-z][a-z0-9._-]{2,31}$/.test(login)) return null;
  return '账号名用 3–32 位小写字母、数字、点、横线或下划线，以字母开头。';
}
