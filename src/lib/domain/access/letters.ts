import { shanghaiClock, type Instant } from '../shared/time.ts';

/** What a letter with a one-time code is about. */
export type CodeLetter = 'activation' | 'reset' | 'address';

export interface CodeLetterFacts {
  name: string;
  login: string;
  code: string;
  expiresAt: Instant;
  /** Address of the installation in people's browsers; empty where it does not know its own. */
  origin: string;
}

const subjects: Record<CodeLetter, string> = {
  activation: '学法系统：请激活您的账号',
  reset: '学法系统：重新设置密码',
  address: '学法系统：确认邮箱',
};

const purposes: Record<CodeLetter, (facts: CodeLetterFacts) => string[]> = {
  activation: ({ login }) => [
    `单位的培训管理员为您开通了学法账号 ${login}。`,
    '请用下面的登录码设置自己的密码。',
  ],
  reset: ({ login }) => [
    `有人要求重新设置账号 ${login} 的密码。`,
    '如果是您本人，请用下面的登录码设置新密码。',
  ],
  address: () => ['请在“账号安全”页面填写下面的验证码，确认这个邮箱是您的。'],
};

/** Words and address that lead from the letter to the page where the code is typed. The code is in no address. */
function way(kind: CodeLetter, origin: string): string {
  const path = kind === 'address' ? '/security' : '/activate';
  const page = kind === 'address' ? '账号安全' : '设置密码';
  return origin === '' ? `打开学法系统的“${page}”页面。` : `打开 ${origin}${path}`;
}

/** A letter that carries a one-time code. */
export function codeLetter(kind: CodeLetter, facts: CodeLetterFacts): { subject: string; text: string } {
  const until = shanghaiClock(facts.expiresAt).slice(0, 16);
  const lines = [
    `${facts.name}：`,
    '',
    ...purposes[kind](facts),
    '',
    `${kind === 'address' ? '验证码' : '登录码'}：${facts.code}`,
    `有效期至 ${until}，只能用一次。`,
    way(kind, facts.origin),
    '',
    '如果不是您本人要求的，不必理会这封邮件，账号不会有变化。请不要把它转给任何人。',
  ];
  return { subject: subjects[kind], text: lines.join('\n') };
}

/** The Chinese sentence that says what is wrong with a mail address; null when it may be one. */
export function emailFault(email: string): string | null {
  if (email.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\.]+$/.test(email))
    return null;
  return '请填写有效的邮箱，例如 liming@example.gov.cn。';
}

/** An address as others are shown it: `l***g@example.gov.cn`. */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}***${name.length > 2 ? name.slice(-1) : ''}@${host}`;
}
