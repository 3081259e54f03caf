/** Shortest password of an ordinary account; administrators need twelve (GB/T 22239-2019, level 3 practice). */
const SHORTEST = 8;
const SHORTEST_ADMINISTRATOR = 12;
const LONGEST = 128;
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

export interface PasswordAsk {
  password: string;
  login: string;
  isAdministrator: boolean;
}

/** The Chinese sentence that says what a password lacks; null when it is acceptable. */
export function passwordFault({ password, login, isAdministrator }: PasswordAsk): string | null {
  const least = isAdministrator ? SHORTEST_ADMINISTRATOR : SHORTEST;
  if (password.length < least) return `密码至少需要 ${least} 位。`;
  if (password.length > LONGEST) return `密码最多 ${LONGEST} 位。`;
  if (KINDS.filter((kind) => kind.test(password)).length < 3) {
    return '密码需要包含大写字母、小写字母、数字、符号中的三种。';
  }
  if (login.length >= 3 && password.toLowerCase().includes(login.toLowerCase()))
    return '密码中不能含有账号名。';
  return null;
}

/** Account names: 3–32 letters, digits, dot, dash, underscore, beginning with a letter. */
export function loginFault(login: string): string | null {
  if (/^[a-z][a-z0-9._-]{2,31}$/.test(login)) return null;
  return '账号名用 3–32 位小写字母、数字、点、横线或下划线，以字母开头。';
}
