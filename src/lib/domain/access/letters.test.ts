import { expect, it } from 'vitest';
import { codeLetter, emailFault, maskEmail } from './letters.ts';

const facts = {
  ...{ name: '李明', login: 'liming', code: 'ABCD-EFGH-JKMN-PQRS', origin: 'https://xuefa.example.gov.cn' },
  expiresAt: '2026-03-02T02:00:00.000Z',
};

it('says whom it is for, the code, until when and where, and keeps the code out of the address', () => {
  const { subject, text } = codeLetter('reset', facts);
  expect(subject).toContain('密码');
  for (const part of ['李明', 'liming', facts.code, '2026-03-02 10:00']) expect(text).toContain(part);
  expect(text).toContain('https://xuefa.example.gov.cn/activate\n');
  expect(codeLetter('address', { ...facts, origin: '' }).text).toContain('“账号安全”页面');
});

it.each(['', 'liming', 'a@b', 'a b@c.cn', '李明 <a@b.cn>', 'a@b.cn, c@d.cn', `${'x'.repeat(250)}@b.cn`])(
  'refuses %j as an address',
  (email) => {
    expect(emailFault(email)).not.toBeNull();
  },
);

it('takes plain addresses and shows them masked', () => {
  expect(emailFault('liming@example.gov.cn')).toBeNull();
  expect(maskEmail('liming@example.gov.cn')).toBe('l***g@example.gov.cn');
  expect(maskEmail('lm@example.gov.cn')).toBe('l***@example.gov.cn');
});
